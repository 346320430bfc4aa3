# A part of RocketComs, which RocketComs.psm1 imports after its types: a types file that names types is read when they are there.
@{
    ModuleVersion     = '0.1.0'
    GUID              = 'b1f0c2a7-6c3e-4d0b-9a55-7f3a0d5f1e42'
    Description       = 'How PowerShell sees the records of RocketComs.'
    TypesToProcess    = @('RocketComs.Records.ps1xml')
    CmdletsToExport   = @()
    FunctionsToExport = @()
    AliasesToExport   = @()
    VariablesToExport = @()
}
