BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'The plan of a split' {
    BeforeEach {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $campaign = @{ CampaignId = $sandbox.CampaignId; Force = $true }
        $day = $sandbox.Now.AddDays(2).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $folder = (New-Item (Join-Path $TestDrive ([guid]::NewGuid())) -ItemType Directory).FullName
        Push-Location $folder
        Set-Content "M$([char] 0xFC)nch, spring.csv" '12125550101,a', '13105550102,b', '18005550103,c', '12125550104,d' -Encoding Ascii
        $null = New-Item elsewhere -ItemType Directory
    }

    AfterEach {
        Pop-Location
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'is sent from any folder, a batch a part, and only once' {
        Get-Item *.csv | Split-RcBatchCsv -Destination parts -MaxRow 3
        Set-Location elsewhere
        $sent = Import-Csv ../parts/plan.csv | New-RcBatch @campaign -StartDate $day
        $again = Import-Csv ../parts/plan.csv | New-RcBatch @campaign -StartDate $day -ErrorVariable refused -ErrorAction SilentlyContinue

        $sent.ExternalId | Should -Be "M$([char] 0xFC)nch, spring-001", "M$([char] 0xFC)nch, spring-002"
        $again | Should -BeNullOrEmpty
        $refused.FullyQualifiedErrorId -replace ',.*' | Should -Be 'RcAlreadySent', 'RcAlreadySent'
        $files = (Get-Write $sandbox).Parts | Where-Object Name -EQ file
        $files.Text | Should -Be "12125550101,a`n13105550102,b`n18005550103,c`n", "12125550104,d`n"
    }

    It 'has the same hours on all clocks, and leaves out of it who nobody knows where lives' {
        $hours = @{ StartTime = '9:00'; EndTime = '12:00'; TimeZone = 'America/New_York'; Date = $day }
        Get-Item *.csv | Split-RcBatchCsv -Destination parts -ByTimeZone @hours -WarningVariable warned -WarningAction SilentlyContinue
        $sent = Import-Csv parts/plan.csv | New-RcBatch @campaign -ErrorVariable refused -ErrorAction SilentlyContinue

        $warned | Should -HaveCount 1
        $sent.ExternalId -replace '.*spring-' | Should -Be 'America-Los_Angeles', 'America-New_York'
        $sent.StartTime | Should -Be ([timespan] '12:00'), ([timespan] '09:00')
        $sent.EndTime | Should -Be ([timespan] '15:00'), ([timespan] '12:00')
        $sent.StartDate | Should -Be ([datetime] $day), ([datetime] $day)
        $refused.FullyQualifiedErrorId -replace ',.*' | Should -Be 'RcInvalidParameter'
        $refused.TargetObject.StartTime, $refused.Exception.Value | Should -Contain '?'
    }

    It 'ramps a campaign up' {
        Get-Item *.csv | Split-RcBatchCsv -Destination parts -Percent 25, 75 -WarningAction SilentlyContinue
        $plan = Import-Csv parts/plan.csv
        for ($i = 0; $i -lt @($plan).Count; $i++) { @($plan)[$i].StartDate = ([datetime] $day).AddDays($i).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture) }
        $sent = $plan | New-RcBatch @campaign

        $sent | Should -HaveCount @($plan).Count
        (Get-Write $sandbox).Parts.Text -join '' -split "`n" -ne '' | Sort-Object | Should -Be '12125550101,a', '12125550104,d', '13105550102,b', '18005550103,c'
    }
}
