# A part of RocketComs, which RocketComs.psm1 imports after its types: how PowerShell sees the records.
@{
    ModuleVersion     = '1.0'
    TypesToProcess    = @('../RocketComs.Types.ps1xml', '../RocketComs.Records.ps1xml')
    CmdletsToExport   = @()
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
