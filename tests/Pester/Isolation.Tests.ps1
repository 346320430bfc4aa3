BeforeDiscovery {
    # The build of the xunit tests lays the older packages there.
    $script:older = @(Get-ChildItem -Path "$PSScriptRoot/../../artifacts/bin/RocketComs.PowerShell.Tests/*/Isolation/Older" -ErrorAction Ignore)[0].FullName
}

Describe 'Beside a module with CsvHelper 30 and another System.Text.Json' {
    It 'works, also by force and after removal' -Skip:(-not $older -or $PSVersionTable.PSEdition -ne 'Core') -ForEach @(@{ Older = $older }) {
        . "$PSScriptRoot/Common.ps1"
        $manifest = Import-BuiltModule
        $script = "$PSScriptRoot/../RocketComs.PowerShell.Tests/Isolation/isolation.ps1"

        $lines = & (Get-CurrentShell) -NoProfile -NonInteractive -File $script $Older $manifest

        $LASTEXITCODE | Should -Be 0
        $lines -like '* sent *' | Should -Be 'first sent POST GET PATCH', 'force sent POST GET PATCH', 'again sent POST GET PATCH'
        $lines -like 'loaded *' | Sort-Object | Should -Be 'loaded Default 30.0.0.0', 'loaded RocketComs 34.0.0.0'
    }
}
