BeforeDiscovery {
    $pages = @(Get-ChildItem "$PSScriptRoot/../../docs/en-US" -Filter '*-Rc*.md')
    $script:examples = foreach ($page in $pages) {
        $section = (Get-Content -LiteralPath $page.FullName -Raw) -replace '(?s)^.*\n## EXAMPLES\n' -replace '(?s)\n## PARAMETERS\n.*$'
        foreach ($match in [regex]::Matches($section, '(?s)### (?<title>[^\n]+)\n\n```powershell\n(?<code>.*?)\n```')) {
            @{ Page = $page.BaseName; Title = $match.Groups['title'].Value; Code = $match.Groups['code'].Value }
        }
    }
    $script:titles = ($pages | ForEach-Object { (Select-String -LiteralPath $_.FullName -Pattern '^### Example \d+: ').Count } | Measure-Object -Sum).Sum
    $script:hasPlatyPS = [bool] (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS | Where-Object Version -GE ([version] '1.0'))
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'The examples of the help' {
    AfterEach {
        Pop-Location
        Disconnect-RcAccount
        Stop-RcSandbox
    }

    It 'are all found' -ForEach @{ Titles = $titles; Found = @($examples).Count } {
        $Found | Should -Be $Titles
        $Found | Should -BeGreaterThan 0
        Push-Location $TestDrive
    }

    It 'run: <Page>, <Title>' -ForEach $examples {
        $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
        Push-Location $folder
        . "$PSScriptRoot/../ExampleSession.ps1" -Folder $folder

        $shown = @(& ([scriptblock]::Create($Code)) 2>&1)

        $shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $arrived = if ($sandbox) { $sandbox.Requests.Count }
        if ($Code -match '-WhatIf') {
            $sandbox.Requests | Where-Object Method -NE 'GET' | Should -BeNullOrEmpty
        }
        else {
            $shown.Count + $arrived | Should -BeGreaterThan 0
        }
    }
}

Describe 'Get-Help' {
    It 'shows the topics' {
        (Get-Help about_RocketComs_Csv | Out-String) | Should -Match 'batch file'
    }

    It 'is made of the pages' -Skip:(-not $hasPlatyPS) {
        $made = Join-Path $TestDrive 'made.xml'
        & "$PSScriptRoot/../../docs/Build-Help.ps1" -OutputPath $made

        (Get-FileHash $made).Hash | Should -Be (Get-FileHash "$PSScriptRoot/../../docs/en-US/RocketComs.PowerShell.dll-Help.xml").Hash -Because 'the pages have changed: run ./build.ps1 -Task Docs'
    }
}
