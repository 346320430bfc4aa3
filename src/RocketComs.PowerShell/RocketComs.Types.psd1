# A part of RocketComs, which RocketComs.psm1 imports after the assemblies: how PowerShell sees their types.
@{
    ModuleVersion     = '1.0'
    TypesToProcess    = @('../RocketComs.Types.ps1xml')
    CmdletsToExport   = @()
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
