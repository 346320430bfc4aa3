BeforeDiscovery {
    $pages = @(Get-ChildItem "$PSScriptRoot/../../docs/en-US" -Filter '*-Rc*.md')
    $script:names = @($pages.BaseName)
    $script:examples = foreach ($page in $pages) {
        $section = (Get-Content -LiteralPath $page.FullName -Raw) -replace '(?s)^.*\n## EXAMPLES\n' -replace '(?s)\n## PARAMETERS\n.*$'
        foreach ($match in [regex]::Matches($section, '(?s)### (?<title>[^\n]+)\n\n```powershell\n(?<code>.*?)\n```')) {
            @{ Page = $page.BaseName; Title = $match.Groups['title'].Value; Code = $match.Groups['code'].Value }
        }
    }
    $script:titles = ($pages | ForEach-Object { (Select-String -LiteralPath $_.FullName -Pattern '^### Example \d+: ').Count } | Measure-Object -Sum).Sum

    # The code of a topic is indented by four blanks. What begins with a digit is a file.
    $script:topics = foreach ($topic in Get-ChildItem "$PSScriptRoot/../../docs/en-US" -Filter 'about_*.md') {
        $blocks = [regex]::Matches((Get-Content -LiteralPath $topic.FullName -Raw), '(?m)(^    .*\n|(?<=^    .*\n)\n(?=    ))+')
        @{ Topic = $topic.BaseName; Codes = @($blocks | ForEach-Object { $_.Value -replace '(?m)^    ' } | Where-Object { $_ -notmatch '^\d' }) }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null

    # How a script calls commands, as PowerShell binds the parameters that it writes. What a table brings with it (@new) is not seen.
    function Get-Invocation {
        param([string] $Code)
        $errors = $null
        $script = [System.Management.Automation.Language.Parser]::ParseInput(($Code -replace ' @[A-Za-z]+'), [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $script.FindAll({ param($node) $node -is [System.Management.Automation.Language.CommandAst] }, $true) | ForEach-Object {
            $isPiped = $_.Parent.PipelineElements.IndexOf($_) -gt 0
            $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($_, $true)
            [pscustomobject]@{
                Command = $_.GetCommandName()
                Names   = @($bound.BoundParameters.Keys)

                # What is piped decides on the parameter set, and is not known here.
                Faults  = @($bound.BindingExceptions.Values | Where-Object { -not ($isPiped -and $_.BindingException.ErrorId -eq 'AmbiguousParameterSet') } | ForEach-Object { $_.BindingException.Message })
                IsPiped = $isPiped
            }
        }
    }
}

Describe 'The examples of the help' {
    It 'are all found' -ForEach @{ Titles = $titles; Found = @($examples).Count } {
        $Found | Should -Be $Titles
        $Found | Should -BeGreaterThan 0
    }

    Context 'each' {
        AfterEach {
            Pop-Location
            Disconnect-RcAccount
            Stop-RcSandbox
        }

        It 'run: <Page>, <Title>' -ForEach $examples {
            $invocations = Get-Invocation $Code
            $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive ([guid]::NewGuid()))).FullName
            Push-Location $folder
            . "$PSScriptRoot/ExampleSession.ps1" -Folder $folder

            # What -WhatIf says goes to the host alone.
            $isRehearsal = $Code -match '-WhatIf'
            if ($isRehearsal) { $null = Start-Transcript "$folder/transcript.txt" }
            $shown = @(& ([scriptblock]::Create($Code)) 2>&1)
            if ($isRehearsal) { $null = Stop-Transcript }

            $invocations.Command | Should -Contain $Page
            $invocations.Faults | Should -BeNullOrEmpty
            $shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
            $arrived = if ($sandbox) { $sandbox.Requests.Count }
            if ($isRehearsal) {
                Get-Content "$folder/transcript.txt" -Raw | Should -Match '(?m)^What if: '
                Get-Write $sandbox | Should -BeNullOrEmpty
            }
            else {
                $shown.Count + $arrived | Should -BeGreaterThan 0
            }
        }
    }

    It 'show every way to call <_>' -ForEach $names {
        $command = $_
        $page = Get-Content "$PSScriptRoot/../../docs/en-US/$command.md" -Raw
        $codes = [regex]::Matches($page, '(?s)### Example [^\n]+\n\n```powershell\n(.*?)\n```') | ForEach-Object { $_.Groups[1].Value }
        $calls = $codes | ForEach-Object { Get-Invocation $_ } | Where-Object Command -EQ $command

        # All that is written belongs to the set, and all that the set needs is written or can be piped in.
        $unused = foreach ($set in (Get-Command $command).ParameterSets) {
            $fits = $calls | Where-Object {
                $call = $_
                $missing = $set.Parameters | Where-Object {
                    $_.IsMandatory -and $_.Name -notin $call.Names -and -not ($call.IsPiped -and ($_.ValueFromPipeline -or $_.ValueFromPipelineByPropertyName))
                }
                -not $missing -and -not ($call.Names | Where-Object { $_ -notin $set.Parameters.Name })
            }
            if (-not $fits) { $set.Name }
        }
        $unused | Should -BeNullOrEmpty
    }
}

Describe 'The code of <Topic>' -ForEach $topics {
    It 'parses, and names only parameters that there are' {
        $Codes | Should -Not -BeNullOrEmpty
        foreach ($code in $Codes) {
            $invocations = Get-Invocation $code
            $invocations.Command | Should -Not -BeNullOrEmpty
            $invocations.Faults | Should -BeNullOrEmpty
        }
    }
}

Describe 'Get-Help' {
    It 'shows the topics' {
        (Get-Help about_RocketComs_Csv | Out-String) | Should -Match 'batch file'
    }

    It 'is made of the pages' {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS | Where-Object Version -GE ([version] '1.0'))) {
            Set-ItResult -Skipped -Because 'not run: Microsoft.PowerShell.PlatyPS 1.0 is not installed'
        }

        $made = Join-Path $TestDrive 'made.xml'
        & "$PSScriptRoot/../../docs/Build-Help.ps1" -OutputPath $made

        (Get-FileHash $made).Hash | Should -Be (Get-FileHash "$PSScriptRoot/../../docs/en-US/RocketComs.PowerShell.dll-Help.xml").Hash -Because 'the pages have changed: run ./build.ps1 Docs'
    }
}
