# A manifest of its own for the views of types: PowerShell would read those of RocketComs.psd1 before RocketComs.psm1 can say that another
# version is loaded, and fail on each of them.
@{
    ModuleVersion   = '1.0'
    RootModule      = if ($PSEdition -eq 'Core') { 'net8.0/RocketComs.PowerShell.dll' } else { 'netstandard2.0/RocketComs.PowerShell.dll' }
    TypesToProcess  = @('../RocketComs.Types.ps1xml')
    CmdletsToExport = '*'
}
