# The whole selector. No .NET method is called, so that it runs in Constrained Language mode.
if ($PSEdition -eq 'Core' -and $PSVersionTable.PSVersion -lt '7.4') {
    throw 'RocketComs needs Windows PowerShell 5.1, or PowerShell 7.4 and later.'
}

$framework = if ($PSEdition -eq 'Core') { 'net8.0' } else { 'netstandard2.0' }

# The loader first: it must have registered the private dependencies before the cmdlets' types are looked at.
$loader = Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/bin/$framework/RocketComs.Loader.dll" -PassThru -ErrorAction Stop

# After an update .NET would hand out the assemblies of before, under the number of the new version.
if ($loader.ImplementingAssembly.Location -ne $loader.Path) {
    throw "Another RocketComs was loaded in this process, from $($loader.ImplementingAssembly.Location), and .NET replaces nothing that is loaded. " +
        "Start a new session to use the one in $PSScriptRoot."
}

Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/bin/$framework/RocketComs.PowerShell.dll" -ErrorAction Stop

# Then how PowerShell sees the records. Types files of the manifest would be read before their types are there, and, beside another version,
# fail on each type before it can be said why.
Microsoft.PowerShell.Core\Import-Module "$PSScriptRoot/bin/RocketComs.Types.psd1" -ErrorAction Stop
