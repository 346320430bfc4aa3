Describe 'Beside a module with CsvHelper <_> and another System.Text.Json' -ForEach '30.0.0.0', '34.0.0.0' {
    BeforeDiscovery {
        $script:hasContexts = $PSVersionTable.PSEdition -eq 'Core'
    }

    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $manifest = Import-BuiltModule
        $version = $_
    }

    # A process of its own: what is loaded stays loaded.
    It 'works, also by force and after removal' -Skip:(-not $hasContexts) {
        # The build of RocketComs.Pester.Tests lays the other packages there.
        $other = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/RocketComs.Pester.Tests/*/Isolation" | Select-Object -First 1

        $lines = Invoke-Shell -File "$PSScriptRoot/isolation.ps1" "$other/$version/CsvHelper.dll" "$other/System.Text.Json.dll" $manifest 2>&1

        $LASTEXITCODE | Should -Be 0 -Because ($lines -join "`n")
        $lines -notlike 'loaded *' | Should -Be @(
            "other CsvHelper $version", 'other Json 8.0.0.0 True'
            foreach ($round in 'first', 'force', 'again') {
                "$round check 2 1 RC005 line 2"
                "$round sent POST GET PATCH"
            }
        )
        $lines -like 'loaded *' | Sort-Object | Should -Be "loaded Default $version", 'loaded RocketComs 34.0.0.0'
    }
}
