# What every record becomes when it leaves the session, and what comes back.
BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/FilledRecords.ps1"
    Import-BuiltModule | Out-Null
    $script:records = @(Get-FilledRecord)
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule

    # One table and one list; a report has one view for both.
    function Show($Record) { ($Record | Format-Table | Out-String -Width 160), ($Record | Format-List | Out-String -Width 160), ($Record | Out-String -Width 160) -join '|' }
}

Describe 'A record that leaves the session' {
    It 'has every type under test' {
        $records.Count | Should -BeGreaterThan 20
    }

    It 'is text without the name of a type in CSV, the same in every culture: <Name>' -ForEach $records {
        $before = [cultureinfo]::CurrentCulture
        try {
            $shown = foreach ($culture in 'en-US', 'de-DE', 'fr-CH') {
                [cultureinfo]::CurrentCulture = $culture

                # A number with a decimal sign is a cell of the culture, as a spreadsheet wants it.
                $Record | Select-Object * -ExcludeProperty *Cost | ConvertTo-Csv -NoTypeInformation | Out-String
            }
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }

        $shown[0] | Should -Not -Match 'System\.|RocketComs\.|`\d|\{'
        $shown[1] | Should -Be $shown[0]
        $shown[2] | Should -Be $shown[0]
    }

    It 'has words for enumerations in JSON: <Name>' -ForEach $records {
        $json = $Record | ConvertTo-Json -Depth 4 -WarningAction Stop
        $read = $json | ConvertFrom-Json

        foreach ($property in $Record.GetType().GetProperties()) {
            $type = [Nullable]::GetUnderlyingType($property.PropertyType)
            if ($null -eq $type) { $type = $property.PropertyType }
            if ($type.IsEnum) { $read.($property.Name) | Should -Be "$($Record.($property.Name))" }
        }

        $json | Should -Not -Match 'System\.|`\d'
    }

    It 'comes back from a file as it was, with its views: <Name>' -ForEach $records {
        $Record | Export-Clixml "$TestDrive/record.xml"
        $back = Import-Clixml "$TestDrive/record.xml"

        $back.GetType() | Should -Be $Record.GetType()
        Show $back | Should -Be (Show $Record)
        $back | ConvertTo-Csv | Should -Be ($Record | ConvertTo-Csv)
    }

    # Export-Clixml goes two levels deep and jobs one.
    It 'comes back from a job with its views: <Name>' -ForEach $records {
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($Record, 1))

        Show $back | Should -Be (Show $Record)
    }

    It 'has its values, of their own types' {
        $batch = [RocketComs.RcBatch] @{ StartDate = [datetime]::new(2027, 2, 1); CreatedAt = [datetimeoffset]::new(2027, 2, 1, 9, 30, 0, [timespan]::Zero); NamedRecipientsListIds = 'a', 'b' }

        $batch.StartDate -is [datetime] | Should -BeTrue
        $batch.StartDate.AddDays(1) | Should -Be ([datetime]::new(2027, 2, 2))
        $batch.StartDate.ToString('dd/MM', [cultureinfo]::InvariantCulture) | Should -Be '01/02'
        $batch.StartDate.ToString('yyyy', [cultureinfo]::GetCultureInfo('th-TH')) | Should -Be '2570'
        $batch.CreatedAt.Offset | Should -Be ([timespan]::Zero)
        $batch.NamedRecipientsListIds.Count | Should -Be 2
        $batch.NamedRecipientsListIds | Select-Object -Last 1 | Should -Be 'b'
        ($batch.StartDate | Out-String).Trim() | Should -Be '2027-02-01'
        $batch.StartDate = '2027-03-01'
        $batch.StartDate | Should -Be ([datetime]::new(2027, 3, 1))
    }
}

Describe 'A session in constrained language mode' {
    It 'shows every record as any other session does' {
        $script = @'
param($Common, $Records, $Manifest)
. $Records
Import-Module $Manifest
$records = @(Get-FilledRecord)
$before = foreach ($item in $records) { $item.Record | Format-Table | Out-String -Width 120; $item.Record | Format-List | Out-String -Width 120; $item.Record | Out-String -Width 120 }
$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'
$after = foreach ($item in $records) { $item.Record | Format-Table | Out-String -Width 120; $item.Record | Format-List | Out-String -Width 120; $item.Record | Out-String -Width 120 }
for ($i = 0; $i -lt $before.Count; $i++) { if ($before[$i] -ne $after[$i]) { "different: $($before[$i]) $($after[$i])" } }
"compared $($before.Count)"
'@
        Set-Content "$TestDrive/constrained.ps1" $script -Encoding ascii
        $shown = Invoke-Shell -File "$TestDrive/constrained.ps1" "$PSScriptRoot/Common.ps1" "$PSScriptRoot/FilledRecords.ps1" $manifest 2>&1

        $shown | Should -Be "compared $(3 * $records.Count)"
    }
}

Describe 'Batches as a plan' {
    BeforeAll {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        Set-Content "$TestDrive/sale.csv" '12025550123,Doors open at nine' -Encoding ascii
        $script:made = New-RcBatch $sandbox.CampaignId "$TestDrive/sale.csv" -ExternalId sale-1 -StartDate 2127-02-01 -StartTime 09:00 -EndTime 17:00 -Description 'Doors, "open"' -Action Validate
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'come back through <Name>, day and time as they were' -ForEach @(
        @{ Name = 'CSV'; Way = { $input | Export-Csv "$TestDrive/plan.csv" -NoTypeInformation; Import-Csv "$TestDrive/plan.csv" } }
        @{ Name = 'JSON'; Way = { $input | ConvertTo-Json -Depth 3 | ConvertFrom-Json } }
    ) {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'de-DE'
            $plan = Get-RcBatch $made.Id | & $Way | Select-Object *, @{ n = 'Path'; e = { "$TestDrive/sale.csv" } } -ExcludeProperty ExternalId
            $again = $plan | Select-Object *, @{ n = 'ExternalId'; e = { "again-$Name" } } | New-RcBatch -Force -AllowRepeat -WarningVariable warnings -WarningAction SilentlyContinue
        }
        finally {
            [cultureinfo]::CurrentCulture = $before
        }

        $warnings | Should -BeNullOrEmpty
        "$($again.ExternalId) $($again.StartTime) $($again.EndTime) $($again.Description)" | Should -Be "again-$Name 09:00:00 17:00:00 Doors, ""open"""
        $again.StartDate | Should -Be ([datetime] '2127-02-01')
    }

    It 'name themselves to the commands that take batches' {
        Get-RcBatch $made.Id | Export-Csv "$TestDrive/batches.csv" -NoTypeInformation
        (Import-Csv "$TestDrive/batches.csv" | Get-RcBatch).Id | Should -Be $made.Id
    }
}
