BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'What a person sees' {
    BeforeAll {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $bad = (Get-SeededBatch $sandbox).Id
        $file = Join-Path $TestDrive 'sale.csv'
        Set-Content $file '12025550123,Doors open at nine', '12025550198,See you there' -Encoding Ascii
        $sent = (New-RcBatch $sandbox.CampaignId $file -ExternalId sale-1 -StartDate $sandbox.Now.AddDays(1) -Force).Id
        $sandbox.Advance([timespan]::FromDays(2))
        Send-RcMessage $sandbox.CampaignId 12025550124 'A single one' -Force
        $recipients = Join-Path $TestDrive 'recipients.csv'
        Set-Content $recipients 'Number', '+12025550130', '12025550131' -Encoding Ascii

        $line = '{"time":"2026-11-29T06:00:00Z","writeId":"1","command":"New-RcBatch","outcome":"Done","action":"Schedule","segmentCount":1377,"externalId":"sale-1"}'
        Set-Content (Join-Path $TestDrive 'journal.jsonl') $line

        $script:makers = [ordered]@{
            RcBatch           = { Get-RcBatch }
            RcBatchError      = { Get-RcBatchError $bad }
            RcBatchErrorInFile = { Get-RcBatchError $bad -Path (Join-Path $TestDrive 'seed-ext-1.csv') }
            RcBatchMessage    = { Get-RcBatchMessage $sent }
            RcInsight         = { Get-RcBatchInsight $sent }
            RcBrand           = { Get-RcBrand }
            RcCampaign        = { Get-RcCampaign $sandbox.CampaignId }
            RcMessageTemplate = { Get-RcMessageTemplate }
            RcRecipientList   = { Get-RcRecipientList }
            RcRecipientImport = { Import-RcRecipient $recipients -RecipientListName Guests -WarningAction Ignore }
            RcOptOut          = { Get-RcOptOut $sandbox.CampaignId }
            RcReply           = { Get-RcReply $sandbox.CampaignId }
            RcMessage         = { Get-RcMessage }
            RcBatchCsvReport  = { Test-RcBatchCsv $file, (Join-Path $TestDrive 'seed-ext-1.csv') -PricePerSegment 0.01 }
            RcBatchCsvIssue   = { Test-RcBatchCsv (Join-Path $TestDrive 'seed-ext-1.csv') -AsIssue }
            RcBatchCsvRepair  = { Repair-RcBatchCsv $file -Destination (Join-Path $TestDrive 'repaired.csv') -Force }
            RcBatchCsvPart    = { Split-RcBatchCsv $file -Destination (Join-Path $TestDrive 'parts') -ByTimeZone -Force -WarningAction Ignore }
            RcRule            = { Get-RcRule }
            RcAccountCheck    = { Test-RcAccount }
            RcSendWindow      = { Measure-RcSendWindow $file -Date 2027-03-15 -StartTime 09:00 -EndTime 17:00 -TimeZone America/Los_Angeles }
            RcBatchRow        = { Import-RcBatchCsv $file }
            RcSmsMeasurement  = { Measure-RcSmsSegment "It$([char] 0x2019)s", 'Plain' -PricePerSegment 0.01 }
            RcSmsSegment      = { (Measure-RcSmsSegment ('a' * 200)).Segments }
            RcConnection      = { Get-RcConnection }
            RcJournalEntry    = { Get-RcJournal (Join-Path $TestDrive 'journal.jsonl') }
            RcSandbox         = { $sandbox }
            RcSandboxRequest  = { $sandbox.Requests }
        }

        function Show([scriptblock] $Make, [string] $Format, [int] $Width) {
            $shown = if ($Format) { & $Make | & $Format } else { & $Make }
            ($shown | Out-String -Width $Width).Replace("`r", '').Split("`n")
        }
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'names price, currency and ceiling of a connection where they are set' {
        $plain = Show { Get-RcConnection } 'Format-List' 80
        $priced = Connect-RcAccount -Sandbox $sandbox -PricePerSegment 0.0079 -Currency usd -MaxCost 250 -TimeZone America/New_York -PassThru
        $shown = Show { $priced } 'Format-List' 80
        $priced | Disconnect-RcAccount
        Connect-RcAccount -Sandbox $sandbox

        $plain -match 'PricePerSegment|Currency|MaxCost|TimeZone' | Should -HaveCount 0
        $shown -match '^PricePerSegment\s*: 0\.0079$' | Should -HaveCount 1
        $shown -match '^Currency\s*: USD$' | Should -HaveCount 1
        $shown -match '^MaxCost\s*: 250$' | Should -HaveCount 1
        $shown -match '^TimeZone\s*: America/New_York$' | Should -HaveCount 1
    }

    It 'fits <Width> columns: <Name>' -ForEach @(
        foreach ($name in 'RcBatch', 'RcBatchError', 'RcBatchErrorInFile', 'RcBatchMessage', 'RcInsight', 'RcBrand', 'RcCampaign', 'RcMessageTemplate', 'RcRecipientList', 'RcRecipientImport', 'RcOptOut', 'RcReply', 'RcMessage',
            'RcBatchCsvReport', 'RcBatchCsvIssue', 'RcBatchCsvRepair', 'RcBatchCsvPart', 'RcRule', 'RcAccountCheck', 'RcSendWindow', 'RcBatchRow', 'RcSmsMeasurement', 'RcSmsSegment', 'RcConnection', 'RcJournalEntry', 'RcSandbox', 'RcSandboxRequest') {
            @{ Name = $name; Width = 80 }
            @{ Name = $name; Width = 120 }
        }
    ) {
        foreach ($format in '', 'Format-Table', 'Format-List') {
            $lines = Show $makers[$Name] $format $Width
            ($lines -ne '').Count | Should -BeGreaterThan 0 -Because "'$format' shows something"
            # The report is laid out for the window, and a redirected one has none.
            if ($Name -ne 'RcBatchCsvReport' -or $format) { $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual $Width } }
        }
    }

    It 'writes dates the same way everywhere' {
        (Show { Get-RcBatch $sent } 'Format-List' 80) -match '^StartDate ' | Should -Match ': \d{4}-\d\d-\d\d$'
        (Show { Get-RcBatch $sent } 'Format-List' 80) -match '^CreatedAt ' | Should -Match ': \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$'
    }

    It 'names the files of sending windows, and the days' {
        '919812345601,Hi' | Set-Content (Join-Path $TestDrive 'window-a.csv')
        '2025550101,Hi' | Set-Content (Join-Path $TestDrive 'window-b.csv')
        $window = @{ Date = '2027-03-15'; StartTime = '09:00'; EndTime = '22:00'; TimeZone = 'UTC' }
        $text = (Show { Measure-RcSendWindow (Join-Path $TestDrive 'window-?.csv') @window } '' 80) -join "`n"
        $text | Should -Match 'window-a\.csv'
        $text | Should -Match 'window-b\.csv'
        $text | Should -Match '(?m)^Asia/Kolkata +1 +1 03-15 14:30 03-16 03:30 '
        $text | Should -Match '(?m)^America/New_York +1 +1 03-15 05:00 03-15 18:00 '
    }

    It 'shows what a job of another process gives as what is made here' {
        $job = Start-Job {
            param($Module, $File, $Destination)
            Import-Module $Module
            Import-RcBatchCsv $File
            Repair-RcBatchCsv $File -Destination $Destination -Force
        } -ArgumentList (Get-Module RocketComs).Path, $file, (Join-Path $TestDrive 'from-job.csv')
        $row, $null, $repair = $job | Receive-Job -Wait -AutoRemoveJob
        ($row | Out-String) | Should -Match '12025550123 +Doors open at nine'
        ($repair | Format-List | Out-String -Width 500) | Should -Match "Path +: $([regex]::Escape($file))"
    }

    It 'is readable without a pipe: a check' {
        $text = (Test-RcBatchCsv (Join-Path $TestDrive 'seed-ext-1.csv') | Out-String)
        $text | Should -Match 'NOT VALID'
        $text | Should -Match 'line 2 +RC005 error: Number: '
    }

    It 'names the rules that a check left out, and only then' {
        $file = Join-Path $TestDrive 'seed-ext-1.csv'
        $report = Test-RcBatchCsv $file -ExcludeRule RC107, RC105
        ($report | Out-String) | Should -Match 'left out: RC105, RC107'
        ($report | Format-List | Out-String) | Should -Match 'ExcludedRules +: RC105; RC107'
        $report = Test-RcBatchCsv $file
        ($report | Out-String) + ($report | Format-List | Out-String) | Should -Not -Match 'left out|ExcludedRules'
    }

    It 'is readable without a pipe: a count' {
        ((Measure-RcSmsSegment 'Doors open' -PricePerSegment 0.01 | Out-String).Split("`n").Trim() -ne '')[2] | Should -Match '^1 Gsm7 +10 +150 +0.01 Doors open$'
    }

    It 'colours statuses where escape sequences are wanted, and only there' -Skip:($PSVersionTable.PSVersion.Major -lt 7 -or -not $Host.UI.SupportsVirtualTerminal) {
        $before = $PSStyle.OutputRendering
        try {
            $PSStyle.OutputRendering = 'Ansi'
            (Get-RcBatchMessage $sent | Out-String) | Should -BeLike "*$([char] 27)``[31mFAILED*"
            (Get-RcBatchMessage $sent | Format-List | Out-String) | Should -BeLike "*$([char] 27)``[32mDELIVERED*"
            $PSStyle.OutputRendering = 'PlainText'
            (Get-RcBatchMessage $sent | Out-String) | Should -Not -BeLike "*$([char] 27)*"
        }
        finally {
            $PSStyle.OutputRendering = $before
        }
    }
}
