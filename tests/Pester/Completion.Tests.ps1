BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'Completion of files' {
    BeforeAll {
        function Complete([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches | ForEach-Object { Split-Path -Leaf $_.CompletionText.Trim("'") } | Sort-Object }
        Push-Location $TestDrive
        Set-Content sale.csv, 'Two words.CSV', notes.txt a
        New-Item more, texts -ItemType Directory | Out-Null
        Set-Content texts/only.txt a
    }
    AfterAll { Pop-Location }

    It 'shows folders and files that end in .csv: <_>' -ForEach @(
        'Test-RcBatchCsv ', 'Test-RcBatchCsv -Path ', 'Test-RcBatchCsv -RejectedPath ', 'Update-RcBatch -Path ', 'New-RcBatch -Path ', 'Repair-RcBatchCsv ',
        'Repair-RcBatchCsv sale.csv -Destination ', 'Import-RcBatchCsv ', 'Export-RcBatchCsv ', 'Get-RcBatchError -Path '
    ) {
        Complete $_ | Should -Be @('more', 'sale.csv', 'texts', 'Two words.CSV')
    }

    It 'shows any file where none ends in .csv' { Complete 'Test-RcBatchCsv texts/' | Should -Be 'only.txt' }

    It 'goes on with what has been typed' { Complete 'Test-RcBatchCsv sa' | Should -Be 'sale.csv' }
}
