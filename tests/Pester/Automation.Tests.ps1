# The recipes of docs/automation.md, taken from the page as they stand and run against a sandbox.
BeforeDiscovery {
    $page = Get-Content "$PSScriptRoot/../../docs/automation.md" -Raw
    $script:blocks = @(foreach ($section in $page -split '(?m)^## ' | Select-Object -Skip 1) {
            $heading = ($section -split "`r?`n")[0]
            foreach ($match in [regex]::Matches($section, '(?ms)^```powershell\r?\n(.*?)^```')) { @{ Heading = $heading; Code = $match.Groups[1].Value } }
        })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
    $script:page = (Get-Content "$PSScriptRoot/../../docs/automation.md" -Raw).Replace("`r", '')
    $sandbox = Start-RcSandbox
    $before = @{}

    # What all recipes share stays when those of one heading are through.
    Push-Location $TestDrive
    $null = New-Item modules -ItemType Directory
    Copy-Item (Split-Path $manifest) modules/RocketComs -Recurse
    Set-Content journal.jsonl $null

    # Everything under a heading, and in it the blocks of a language.
    function Get-Recipe([string] $Heading, [string] $Language) {
        $section = [regex]::Match($page, "(?ms)^## $([regex]::Escape($Heading)).*?(?=^## |\z)").Value
        [regex]::Matches($section, "(?ms)^``````$Language\n(.*?)^``````").ForEach({ $_.Groups[1].Value })
    }

    # As on the page, but against the sandbox, whose days are not those of the page.
    function ConvertTo-Local([string] $Code) { $Code.Replace('https://api.example.com', $sandbox.BaseUri.AbsoluteUri) }

    # What the steps of a job run, by the name of the job.
    function Get-JobScript([string] $Yaml, [string] $Job) {
        $body = [regex]::Match($Yaml, "(?ms)^  ${Job}:\n(.*?)(?=^  \w+:|\z)").Groups[1].Value
        [regex]::Matches($body, '(?m)^ {8}run: \|\n((?: {10}.*\n|\n)+)').ForEach({ $_.Groups[1].Value -replace '(?m)^ {10}', '' }) -join "`n"
    }

    # The journal holds what the recipes made, and nothing of the machine's own.
    $environment = @{
        ROCKETCOMS_JOURNAL = "$TestDrive/journal.jsonl"; ROCKETCOMS_BASE_URI = $sandbox.BaseUri.AbsoluteUri
        ROCKETCOMS_API_KEY = $sandbox.ApiKey; ROCKETCOMS_API_SECRET = $sandbox.ApiSecret; PRICE = '0.0079'
    }
    foreach ($name in $environment.Keys) {
        $before[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $environment[$name])
    }

    $password = [securestring]::new()
    $sandbox.ApiSecret.ToCharArray().ForEach({ $password.AppendChar($_) })
    $script:account = [pscredential]::new($sandbox.ApiKey, $password)
}

AfterAll {
    Pop-Location
    Disconnect-RcAccount
    Stop-RcSandbox $sandbox
    foreach ($name in $before.Keys) { [Environment]::SetEnvironmentVariable($name, $before[$name]) }
}

Describe 'The recipes' {
    It 'are PowerShell: <Heading>' -ForEach $blocks {
        $errors = $null
        $null = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $errors)

        $errors | Should -BeNullOrEmpty
    }
}

Describe 'GitHub Actions' {
    BeforeAll {
        $script:yaml = Get-Recipe 'GitHub Actions' yaml
        $null = New-Item campaigns -ItemType Directory
        $plan = @(Get-Recipe 'GitHub Actions' csv)[0].TrimEnd()
        Set-Content campaigns/plan.csv $plan -Encoding ascii
        Set-Content campaigns/spring-sale.csv '12025550123,Doors open at nine' -Encoding ascii
        $sandbox.ClearRequests()

        function Invoke-Job([string] $Job) {
            Set-Content "$Job.ps1" (Get-JobScript $yaml $Job) -Encoding ascii
            $script:shown = Invoke-Shell -Command "`$ErrorActionPreference = 'stop'; . ./$Job.ps1" 2>&1 | Out-String
            $LASTEXITCODE
        }
    }

    It 'is YAML without tabs, whose jobs have steps' {
        $yaml | Should -Not -Match "`t"
        [regex]::Matches($yaml, '(?m)^( *)\S').ForEach({ $_.Groups[1].Length % 2 }) | Should -Not -Contain 1
        'check', 'send' | ForEach-Object { Get-JobScript $yaml $_ | Should -Match 'RocketComs' }
        $yaml | Should -Match 'environment: production'
    }

    It 'sends what is new in the plan, once' {
        Invoke-Job send | Should -Be 0 -Because $shown
        $posted = @(Get-Write $sandbox)
        $posted.Method | Should -Be 'POST'
        ($posted[0].Parts | Where-Object FileName).Text | Should -Be "12025550123,Doors open at nine`n"
        $sandbox.ClearRequests()

        Invoke-Job send | Should -Be 0 -Because $shown
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'tells what was sent from what has the like ExternalId, and takes a plan without a line' {
        $campaign = '05ee2300-51cd-4021-b28d-11597cf9a175'
        $null = 'Sale-1', 'sale [May]' | ForEach-Object { [pscustomobject]@{ Number = '12025550124'; Message = "Hi from $_" } | New-RcBatch $campaign -ExternalId $_ -StartDate 2127-03-01 -Force }
        $null = [pscustomobject]@{ Number = '12025550124'; Message = 'Hi' } | New-RcBatch $campaign -ExternalId stuck -StartDate 2127-03-01 -Action Validate
        $sandbox.ClearRequests()
        $head, $line = Get-Content campaigns/plan.csv
        $lines = 'sale-1', 'sale [May]', 'stuck' | ForEach-Object {
            Set-Content "campaigns/$($_.Length).csv" "12025550125,Doors open at nine: $_" -Encoding ascii
            "$campaign,$_,campaigns/$($_.Length).csv,2127-03-01,09:00,17:00"
        }
        Set-Content campaigns/plan.csv (@($head) + $lines) -Encoding ascii
        Invoke-Job send | Should -Be 0 -Because $shown
        @(Get-RcBatch -ExternalId sale-1, stuck).Where({ $_.ExternalId -ceq 'sale-1' -or $_.ExternalId -eq 'stuck' }).Status | Sort-Object | Should -Be 'CREATED', 'PENDING', 'PENDING'
        @(Get-Write $sandbox).Count | Should -Be 2

        Set-Content campaigns/plan.csv $head -Encoding ascii
        'check', 'send' | ForEach-Object { Invoke-Job $_ | Should -Be 0 -Because $shown }
        Set-Content campaigns/plan.csv $head, $line -Encoding ascii
    }

    It 'ends with 1 where a file of the pull request has an error' {
        Invoke-Job check | Should -Be 0 -Because $shown
        Add-Content campaigns/spring-sale.csv 'abc,Doors open at nine' -Encoding ascii
        Invoke-Job check | Should -Be 1 -Because $shown
    }
}

Describe 'Schedulers' {
    It 'connects in Azure Automation with what is stored there' {
        function Get-AutomationVariable($Name) { if ($Name -eq 'RocketComsUri') { $sandbox.BaseUri } }
        function Get-AutomationPSCredential($Name) { if ($Name -eq 'RocketComs') { $account } }
        function Import-Module { }
        $found = & ([scriptblock]::Create((Get-Recipe 'Azure Automation' powershell)))

        $found.ExternalId | Should -Contain 'spring-sale'
        (Get-RcConnection).BaseUri | Should -Be $sandbox.BaseUri
    }

    It 'registers a task of Task Scheduler that runs a runbook with parameters that it has' {
        function New-ScheduledTaskAction($Execute, $Argument) { @{ Execute = $Execute; Argument = $Argument } }
        function New-ScheduledTaskTrigger([switch] $Daily, [datetime] $At) { @{ Daily = $Daily; At = $At } }
        function New-ScheduledTaskSettingsSet($MultipleInstances, [timespan] $ExecutionTimeLimit) { @{ MultipleInstances = $MultipleInstances; Limit = $ExecutionTimeLimit } }
        function Register-ScheduledTask($TaskName, $Action, $Trigger, $Settings, $User, $Password) { @{ TaskName = $TaskName; Action = $Action; Trigger = $Trigger; Settings = $Settings; User = $User; Password = $Password } }
        function Get-Secret($Name, [switch] $AsPlainText) { "$Name $AsPlainText" }
        $task = & ([scriptblock]::Create((Get-Recipe 'Task Scheduler' powershell)))

        $task.Action.Execute | Should -Be 'pwsh.exe'
        $task.Settings.Limit | Should -Be ([timespan]'01:00:00')
        $runbook = (Get-Command "$PSScriptRoot/../../docs/samples/nightly-correction.ps1").Parameters.Keys
        [regex]::Matches(($task.Action.Argument -split '\.ps1')[1], ' -(\w+)').ForEach({ $_.Groups[1].Value }) | ForEach-Object { $runbook | Should -Contain $_ }
    }

    It 'runs the line of cron in sh' -Skip:($PSVersionTable.PSVersion.Major -lt 7 -or $IsWindows) {
        $null = New-Item home/.config, home/runbooks, home/campaigns, bin -ItemType Directory
        Copy-Item "$PSScriptRoot/../../docs/samples/*.ps1" home/runbooks
        Set-Content home/.config/rocketcoms 'ROCKETCOMS_BASE_URI', 'ROCKETCOMS_API_KEY', 'ROCKETCOMS_API_SECRET' -Encoding ascii
        (Get-Content home/.config/rocketcoms) -replace '.+', { "export $_='$([Environment]::GetEnvironmentVariable($_))'" } | Set-Content home/.config/rocketcoms

        # The shell that runs these tests, by the name of the page; the module where a machine would have it.
        $program = (Get-Process -Id $PID).Path
        $library = if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { "'$(Join-Path $PSHOME 'pwsh.dll')'" }
        Set-Content bin/pwsh '#!/bin/sh', "PSModulePath='$TestDrive/modules' exec '$program' $library `"`$@`""
        chmod +x bin/pwsh
        $line = (Get-Recipe cron sh).Trim()
        $line | Should -Match '^(\S+ ){5}\S'
        $command = $line -replace '^(\S+ ){5}', ''
        $command | Should -Not -Match '%' -Because 'cron makes a line break of it'
        Set-Content nightly.sh "export HOME='$TestDrive/home' PATH='$TestDrive/bin':`"`$PATH`"; $command"
        sh ./nightly.sh

        $LASTEXITCODE | Should -Be 0 -Because (Get-Content home/nightly.log -Raw)
    }

    It 'gets the account out of a vault' {
        $vault = @{}
        function Get-Credential($Message) { if ($Message) { $account } }
        function Set-Secret($Name, $Secret) { $vault[$Name] = $Secret }
        function Get-Secret($Name) { $vault[$Name] }
        foreach ($code in Get-Recipe SecretManagement powershell) { & ([scriptblock]::Create((ConvertTo-Local $code))) }

        (Get-RcConnection).UserName | Should -Be "$($sandbox.ApiKey.Substring(0, 4))$([char]0x2026)"
        Get-RcBatch | Should -Not -BeNullOrEmpty
    }
}

Describe 'ImportExcel' {
    BeforeAll {
        Connect-RcAccount -Sandbox $sandbox
        $script:recipes = @(Get-Recipe ImportExcel powershell)
        $sandbox.ClearRequests()

        # Import-Excel gives numbers as doubles, days as dates, and times as fractions of a day or as dates of 1899.
        function Import-Excel($Path) {
            if ($Path -like '*guests*') {
                [pscustomobject]@{ First = 'Ann'; Cell = [double] 12025550123; Born = [datetime] '1990-05-01' }
                [pscustomobject]@{ First = 'Bo'; Cell = [double] 2025550124; Born = $null }
            }
            else {
                Set-Content excel.csv '12025550125,Last days of the sale' -Encoding ascii
                [pscustomobject]@{ CampaignId = $sandbox.CampaignId; ExternalId = [double] 4711; Path = 'excel.csv'; StartDate = [datetime] '2127-03-01'; StartTime = [double] 0.375; EndTime = [datetime] '1899-12-30 17:00' }
            }
        }

        function Export-Excel { param([Parameter(Position = 0)] $Path, [Parameter(ValueFromPipeline)] $InputObject) process { $InputObject | Export-Csv $Path -Append -NoTypeInformation } }
    }

    It 'writes the numbers of a sheet in digits' {
        & ([scriptblock]::Create($recipes[0])) | Should -HaveCount 1

        (@(Get-Write $sandbox)[0].Parts | Where-Object FileName).Text | Should -Be "12025550123,`"Hi Ann, doors open at nine.`"`n2025550124,`"Hi Bo, doors open at nine.`"`n"
    }

    It 'reads days and times of a plan as they are meant' {
        $batch = & ([scriptblock]::Create($recipes[1]))

        "$($batch.ExternalId) $($batch.StartTime) $($batch.EndTime)" | Should -Be '4711 09:00:00 17:00:00'
        $batch.StartDate | Should -Be ([datetime] '2127-03-01')
    }

    It 'gives batches as cells that can be read' {
        & ([scriptblock]::Create($recipes[2]))

        $rows = Import-Csv batches.xlsx
        ($rows | Where-Object ExternalId -EQ 4711).StartDate | Should -Be '2127-03-01'
        Get-Content batches.xlsx | Should -Not -Match 'System\.'
    }
}

Describe 'The journal elsewhere' {
    BeforeAll {
        function Get-Secret($Name, [switch] $AsPlainText) { if ($AsPlainText) { "the $Name" } }
        function Invoke-RestMethod($Uri, $Method, $Headers, $Body, $ContentType) { @{ Uri = $Uri; Method = $Method; Headers = $Headers; Body = $Body; ContentType = $ContentType } }
    }

    It 'goes to Splunk, an event a line, with words' {
        $sent = & ([scriptblock]::Create((Get-Recipe Splunk powershell)))

        $events = @($sent.Body -split "`n" | ConvertFrom-Json)
        $events.Count | Should -Be @(Get-RcJournal).Count
        $events.event.Outcome | Should -Contain 'Done'
        $events.event.ExternalId | Should -Contain 'spring-sale'
        $events[0].time | Should -BeGreaterThan 1700000000
        $sent.Headers.Authorization | Should -Be 'Splunk the splunk'
    }

    It 'goes to Application Insights, all events in one array' {
        $sent = & ([scriptblock]::Create((Get-Recipe 'Application Insights' powershell)))

        # In two steps: Windows PowerShell emits an array as one object.
        $events = ConvertFrom-Json $sent.Body
        @($events).Count | Should -Be @(Get-RcJournal).Count
        $events.data.baseData.name | Should -Contain 'New-RcBatch'
        $events.data.baseData.properties.outcome | Should -Contain 'Done'
        $events[0].iKey | Should -Be 'the instrumentation-key'
    }
}
