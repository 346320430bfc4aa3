# The whole selector. No .NET method is called, so that it runs in Constrained Language mode.
if ($PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt '7.4') {
    throw 'RocketComs needs Windows PowerShell 5.1, or PowerShell 7.4 and later.'
}

$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }

# The loader first: it must have registered the private dependencies before the cmdlets' types are looked at.
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/bin/$framework/RocketComs.Loader.dll" -ErrorAction Stop
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/bin/$framework/RocketComs.PowerShell.dll" -ErrorAction Stop

# Then how PowerShell sees the records: the types file of the manifest is read before their types are there.
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/RocketComs.Records.psd1" -ErrorAction Stop
