BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'What became of a batch' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        Set-Content (Join-Path $TestDrive 'sale.csv') -Encoding Ascii -Value '12025550123,Hello', '12025550124,Hello again'
        $script:batch = Get-SeededBatch $sandbox
        Update-RcBatch $batch.Id (Join-Path $TestDrive 'sale.csv') -Force | Out-Null
        $sandbox.Advance([timespan]::FromDays(2))
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'asks for no more pages than are wanted' {
        $sandbox.ClearRequests()
        Get-RcBatchMessage $batch.Id | Select-Object -First 1 -ExpandProperty DestinationNumber | Should -Be '12025550123'
        $sandbox.Requests | Should -HaveCount 1
    }

    It 'shows messages as a table' {
        $lines = (Get-RcBatchMessage $batch.Id | Out-String -Width 120).Split("`n").Trim() -ne ''
        $lines[0] | Should -Match '^DestinationNumber +Status +SentAt +MessageText$'
        $lines[3] | Should -Match '^12025550124 +DELIVERED +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ +Hello again$'
    }

    It 'shows counters as a table that fits 80 columns' {
        $lines = (Get-RcBatchInsight $batch.Id | Out-String -Width 80).Split("`n").Trim() -ne ''
        $lines[0] | Should -Match '^BatchId +Submitted +Rejected +Sent +Delivered +Failed$'
        $lines[2] | Should -Match "^$($batch.Id) +2 +0 +2 +2 +0$"
    }
}
