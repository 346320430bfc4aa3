BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
}

Describe 'What is not sent by accident' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $script:good = Join-Path $TestDrive 'good.csv'
        $script:bad = Join-Path $TestDrive 'bad.csv'
        Set-Content $good -Encoding Ascii -Value '12025550123,Hello', '12025550124,Hello'
        Set-Content $bad -Encoding Ascii -Value '12025550123,Hello', 'abc,Hello'
    }

    BeforeEach {
        $script:batch = Get-SeededBatch $sandbox
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'prices with -WhatIf and sends nothing' {
        $shown = Invoke-Shell -Command @"
            Import-Module '$manifest'
            Connect-RcAccount '$($sandbox.BaseUri)' ([pscredential]::new('$($sandbox.ApiKey)', [System.Net.NetworkCredential]::new('', '$($sandbox.ApiSecret)').SecurePassword))
            Update-RcBatch '$($batch.Id)' '$good' -PricePerSegment 0.5 -Force -WhatIf
"@
        $LASTEXITCODE | Should -Be 0
        $shown -join ' ' | Should -BeLike 'What if:*2 recipients, 2 segments, cost 1.00*'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'refuses to schedule where nobody can answer' {
        $shown = '' | Invoke-Shell -Command @"
            Import-Module '$manifest'
            Connect-RcAccount '$($sandbox.BaseUri)' ([pscredential]::new('$($sandbox.ApiKey)', [System.Net.NetworkCredential]::new('', '$($sandbox.ApiSecret)').SecurePassword))
            try { Update-RcBatch '$($batch.Id)' '$good' } catch { `$_.FullyQualifiedErrorId; `$_.ErrorDetails.RecommendedAction }
"@
        $shown[0] | Should -BeLike 'RcConfirmationRequired,*'
        $shown[1] | Should -BeLike '*-Force*'
        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'gives the errors of a bad file to catch' {
        $caught = $null
        try {
            Update-RcBatch $batch.Id $bad -Force -ErrorAction Stop
        }
        catch {
            $caught = $_
        }

        $caught.FullyQualifiedErrorId | Should -BeLike 'RcCsvInvalid,*'
        $caught.CategoryInfo.Category | Should -Be 'InvalidData'
        $caught.TargetObject | Should -Be $bad
        $caught.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        $sandbox.Requests | Should -BeNullOrEmpty
    }

    It 'collects the errors of some inputs and runs the others' {
        $second = Get-SeededBatch $sandbox -ExternalId 'ext-2'
        $plan = [pscustomobject]@{ Id = $batch.Id; Path = $bad }, [pscustomobject]@{ Id = $second.Id; Path = $good }

        $updated = $plan | Update-RcBatch -Action Validate -ErrorAction SilentlyContinue -ErrorVariable failed

        $updated.Id | Should -Be $second.Id
        $failed | Should -HaveCount 1
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'RcCsvInvalid,*'
        (Get-Write $sandbox).Path | Should -Be "/v1/batches/$($second.Id)"
    }

    It 'sends nothing when a row has no text' {
        $file = Join-Path $TestDrive 'short.csv'
        Set-Content $file -Encoding Ascii -Value 'Number,Message', '12025550123,Hello', '12025550124'

        { Import-Csv $file | Update-RcBatch -Id $batch.Id -Force -ErrorAction Stop } | Should -Throw -ErrorId 'RcCsvInvalid,*'

        Get-Write $sandbox | Should -BeNullOrEmpty
    }

    It 'ends at once when the credentials are wrong' {
        $wrong = [pscredential]::new($sandbox.ApiKey, [System.Net.NetworkCredential]::new('', 'no').SecurePassword)
        Connect-RcAccount $sandbox.BaseUri $wrong
        try {
            { Get-RcBatch } | Should -Throw -ErrorId 'RcUnauthorized,*'
        }
        finally {
            Connect-RcAccount -Sandbox $sandbox
        }
    }
}
