BeforeAll {
    . "$PSScriptRoot/Common.ps1"
}

Describe 'The tour' {
    It 'is led to its end, with nobody at the keyboard' {
        $shown = Invoke-Shell -File "$PSScriptRoot/../../build.ps1" tour 2>&1

        $LASTEXITCODE | Should -Be 0 -Because ($shown -join "`n")
        $shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $inOrder = @(
            'PS> $sandbox = Start-RcSandbox'
            'Refused: '
            'Recipient mobile number is invalid'
            'NOT VALID'
            'SegmentCount Encoding'
            'repaired.csv: valid'
            'PS> Update-RcBatch $batch.Id $repaired -Action Validate'
            'What if: Schedule batch'
            '6 recipients, 6 segments, cost 0.0474 (0.0079 a segment)'
            'PENDING'
            'COMPLETED'
            'only a batch that is CREATED and has not finished can be changed'
            'PATCH'
        )
        $shown -join "`n" | Should -Match "(?s)$(($inOrder | ForEach-Object { [regex]::Escape($_) }) -join '.*')"
    }
}
