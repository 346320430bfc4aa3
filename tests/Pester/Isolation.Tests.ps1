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

Describe 'Machine code that is <_>' -ForEach 'cut', 'empty', 'of another build' {
    BeforeDiscovery {
        $script:hasImages = $PSVersionTable.PSEdition -eq 'Core'
    }

    It 'is passed over for the assembly beside it' -Skip:(-not $hasImages) {
        . "$PSScriptRoot/Common.ps1"
        $folder = "$TestDrive/$($_ -replace ' ')"
        Copy-Item -LiteralPath "$PSScriptRoot/../../out/RocketComs" -Destination $folder -Recurse
        $image = Get-ChildItem "$folder/bin/net8.0/deps/*/RocketComs.Core.dll"
        $bytes = [System.IO.File]::ReadAllBytes($image.FullName)
        switch ($_) {
            'cut' { [System.IO.File]::WriteAllBytes($image.FullName, $bytes[0..9999]) }
            'empty' { [System.IO.File]::WriteAllBytes($image.FullName, @()) }
            default { Copy-Item -LiteralPath "$folder/bin/net8.0/RocketComs.Model.dll" -Destination $image.FullName }
        }

        $lines = Invoke-Shell -Command @"
Import-Module '$folder/RocketComs.psd1'
([pscustomobject]@{ Number = '2025550123'; Message = 'Hi' } | Test-RcBatchCsv).ValidRowCount
[System.AppDomain]::CurrentDomain.GetAssemblies().Where({ `$_.GetName().Name -in 'RocketComs.Core', 'CsvHelper' }).Location | Split-Path -Parent | Split-Path -Leaf | Sort-Object -Unique
"@ 2>&1

        $lines | Should -Be @('1', 'deps', $image.Directory.Name)
    }
}
