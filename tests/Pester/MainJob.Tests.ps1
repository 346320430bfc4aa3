BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'The main job, with the real Import-Csv' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        Set-Content (Join-Path $TestDrive 'fixed.csv') -Encoding Ascii -Value @(
            '12025550123,Hello'
            '12025550124,"Hello, you"'
            '12025550125,"say ""hi""\nand bye"'
        )
        Set-Content (Join-Path $TestDrive 'export.csv') -Encoding Ascii -Value @(
            'Phone,Name,Description,Text'
            '12025550123,Ann,VIP,Hello'
            '12025550124,Bob,,"Hello, you"'
        )
    }

    BeforeEach {
        $script:batch = Get-SeededBatch $sandbox
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'finds what the platform complains about' {
        $complaint = Get-RcBatchError $batch.Id
        $complaint.Line | Should -Be 2
        $complaint.DetailMessage | Should -Be 'Recipient mobile number is invalid'
    }

    It 'updates from a file' {
        $updated = Update-RcBatch $batch.Id (Join-Path $TestDrive 'fixed.csv') -Action Validate
        $updated | Should -BeOfType ([RocketComs.RcBatch])
        $updated.Id | Should -Be $batch.Id
        Get-RcBatchError $batch.Id | Should -BeNullOrEmpty
    }

    It 'updates from a path of another drive' {
        (Update-RcBatch $batch.Id 'TestDrive:\fixed.csv' -Action Validate).Id | Should -Be $batch.Id
        (Get-Write $sandbox).Parts[0].FileName | Should -Be 'fixed.csv'
    }

    It 'updates from Import-Csv with -Header' {
        Import-Csv (Join-Path $TestDrive 'fixed.csv') -Header Number, Message | Update-RcBatch -Id $batch.Id -Action Validate | Should -HaveCount 1

        $write = @(Get-Write $sandbox)
        $write | Should -HaveCount 1
        $write[0].Method | Should -Be 'PATCH'
        $write[0].RawQuery | Should -Be 'action=VALIDATE&operationType=CSV_FILE'
        $write[0].Parts[0].Text | Should -Be "12025550123,Hello`n12025550124,`"Hello, you`"`n12025550125,`"say `"`"hi`"`"\nand bye`"`n"
    }

    It 'updates from Import-Csv with other columns, and sends none of them' {
        Import-Csv (Join-Path $TestDrive 'export.csv') | Update-RcBatch -Id $batch.Id -Action Validate | Should -HaveCount 1

        $write = Get-Write $sandbox
        $write.RawQuery | Should -Be 'action=VALIDATE&operationType=CSV_FILE'
        $write.Parts[0].Text | Should -Be "12025550123,Hello`n12025550124,`"Hello, you`"`n"
    }

    It 'checks what Import-Csv reads' {
        $report = Import-Csv (Join-Path $TestDrive 'export.csv') | Test-RcBatchCsv -PricePerSegment 0.5
        $report.IsValid | Should -BeTrue
        $report.RowCount | Should -Be 2
        $report.EstimatedCost | Should -Be 1
    }

    It 'measures what Import-Csv reads' {
        (Import-Csv (Join-Path $TestDrive 'export.csv') | Measure-RcSmsSegment).Units | Should -Be @(5, 10)
        (Import-Csv (Join-Path $TestDrive 'export.csv') | Measure-RcSmsSegment | Measure-Object SegmentCount -Sum).Sum | Should -Be 2
    }

    It 'checks the files that Get-ChildItem and Get-Item find' {
        $report = Get-ChildItem $TestDrive -Include 'export.csv', 'fixed.csv' -Recurse | Sort-Object Name | Test-RcBatchCsv
        $report.Path | Split-Path -Leaf | Should -Be @('export.csv', 'fixed.csv')
        $report.IsValid | Should -Be @($false, $true)
        Get-Item (Join-Path $TestDrive 'fixed.csv') | Test-RcBatchCsv -Quiet | Should -BeTrue
    }

    It 'repairs the file that Get-Item finds, and the copy can be sent' {
        $rest = Join-Path $TestDrive 'rest.csv'
        Set-Content (Join-Path $TestDrive 'noisy.csv') -Encoding Ascii -Value @('(202) 555-0123, Hello', '12025550124,Hello, you')

        $repair = Get-Item (Join-Path $TestDrive 'noisy.csv') | Repair-RcBatchCsv -Destination 'TestDrive:\repaired.csv' -RejectedPath $rest

        $repair | Should -BeOfType ([RocketComs.RcBatchCsvRepair])
        $repair.RowsWritten, $repair.RowsRejected | Should -Be @(1, 1)
        Get-Content -LiteralPath $repair.Destination -Raw | Should -Be "2025550123,Hello`n"
        Get-Content -LiteralPath $rest | Should -Be '12025550124,Hello, you'
        (Update-RcBatch $batch.Id $repair.Destination -Action Validate).Id | Should -Be $batch.Id
    }

    It 'runs a plan of several updates' {
        $second = Get-SeededBatch $sandbox -ExternalId 'ext-2'
        $day = $sandbox.Now.AddDays(2).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
        $fixed = Join-Path $TestDrive 'fixed.csv'
        Set-Content (Join-Path $TestDrive 'plan.csv') -Encoding Ascii -Value @(
            'Id,Path,Description,StartDate,EndDate,StartTime'
            "$($batch.Id),$fixed,Spring,$day,,09:00"
            "$($second.Id),$fixed,,,$day,"
        )

        $updated = Import-Csv (Join-Path $TestDrive 'plan.csv') | Update-RcBatch -Force -AllowRepeat

        $updated.Id | Should -Be @($batch.Id, $second.Id)
        (Get-Write $sandbox).RawQuery | Should -Be @(
            "description=Spring&startDate=$day&startTime=09%3A00&action=SCHEDULE&operationType=CSV_FILE"
            "endDate=$day&action=SCHEDULE&operationType=CSV_FILE"
        )
    }

    It 'updates what Get-RcBatch finds, waits for it, and re-sends nothing' {
        Update-RcBatch $batch.Id (Join-Path $TestDrive 'fixed.csv') -Description 'Old' -Action Validate | Out-Null
        $sandbox.ClearRequests()

        Get-RcBatch -CampaignId $sandbox.CampaignId | Where-Object Id -EQ $batch.Id | Update-RcBatch -Path (Join-Path $TestDrive 'fixed.csv') -Force -AllowRepeat | Should -HaveCount 1
        $sandbox.Advance([timespan]::FromDays(2))

        (Wait-RcBatch $batch.Id -Status COMPLETED).Status | Should -Be 'COMPLETED'
        (Get-Write $sandbox).RawQuery | Should -Be 'action=SCHEDULE&operationType=CSV_FILE'
    }

    It 'round-trips rows through Export-RcBatchCsv' {
        $file = Import-Csv (Join-Path $TestDrive 'export.csv') | Export-RcBatchCsv (Join-Path $TestDrive 'rows.csv') -PassThru
        Get-Content -LiteralPath $file.FullName -Raw | Should -Be "12025550123,Hello`n12025550124,`"Hello, you`"`n"
        (Import-RcBatchCsv $file.FullName).Message | Should -Be @('Hello', 'Hello, you')
    }
}
