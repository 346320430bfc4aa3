# How RocketComs.Pester.Tests, which runs these tests for dotnet test, reports others.
BeforeDiscovery {
    $script:isBuilt = Test-Path "$PSScriptRoot/../../artifacts/bin/RocketComs.Pester.Tests/*/RocketComs.Pester.Tests.dll"
}

Describe 'The runner' -Skip:(-not $isBuilt) {
    BeforeAll {
        $program = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/RocketComs.Pester.Tests/*/RocketComs.Pester.Tests*" |
            Where-Object Extension -In '.Tests', '.exe' | Sort-Object LastWriteTime | Select-Object -Last 1
        function Invoke-Runner {
            param([hashtable] $File, [string[]] $Option)
            $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
            $File.Keys | ForEach-Object { Set-Content "$folder/$_.Tests.ps1" $File[$_] }
            & $program --pester-folder $folder @Option | Out-String
        }
    }

    It 'reports each test, what could not run, and a shell that ends too early' {
        $text = Invoke-Runner @{
            a = "Describe 'A <_>' -ForEach 1, 2 { It 'passes' { }; It 'fails' { 'x' | Should -Be 'y' -Because 'of it' }; It 'skips' { Set-ItResult -Skipped -Because 'of that' } }"
            b = "Describe 'B' { BeforeAll { throw 'in vain' }; It 'cannot' { } }"
            c = "Describe 'C' {"
            d = "'nothing'"
            e = "Describe 'E' { It 'ends' { Write-Host 'last words'; [Environment]::Exit(0) } }"
        }

        $LASTEXITCODE | Should -Be 2
        $text | Should -Match "(?s)failed A 1\. fails.*because of it.*skipped A 1\. skips.*of that.*failed A 2\. fails.*failed B\. cannot.*in vain.*failed c\.Tests\.ps1.*Missing closing '}'"
        $text | Should -Match '(?s)failed d\.Tests\.ps1\s+It has no tests\..*e\.Tests\.ps1, with exit code 0, before its work was done\..*last words'
        $text | Should -Match '(?s)total: 11\s+failed: 7\s+succeeded: 2\s+skipped: 2'
    }

    It 'runs no more than is asked for' {
        $id = 'a.Tests.ps1/A <_>/is <_>#3'
        $text = Invoke-Runner @{ a = "Describe 'A <_>' -ForEach 1, 2 { It 'is <_>' -ForEach 3, 4 { `$_ | Should -Be 3 } }"; b = "throw 'not asked for'" } -Option '--filter-uid', $id

        $LASTEXITCODE | Should -Be 0 -Because $text
        $text | Should -Match '(?s)total: 1\s+failed: 0\s+succeeded: 1'
    }

    It 'stops a shell that hangs' {
        $text = Invoke-Runner @{ a = "Describe 'A' { It 'hangs' { Start-Sleep 600 } }" } -Option '--pester-time-limit', '5'

        $LASTEXITCODE | Should -Be 2
        $text | Should -Match 'after 5 s, and was stopped'
    }

    It 'fails where there is no test' {
        $null = Invoke-Runner @{}

        $LASTEXITCODE | Should -Be 8
    }
}
