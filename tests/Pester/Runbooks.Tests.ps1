BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
    $script:samples = Join-Path $PSScriptRoot '../../docs/samples'
}

Describe 'The runbooks' {
    It 'rehearses as it stands, in a shell of its own, with exit code 0: <_>' -ForEach 'nightly-correction', 'scheduled-campaign', 'delivery-report' {
        $shown = Invoke-Shell -File (Join-Path $samples "$_.ps1") 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($shown -join "`n")
        $shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
        $shown | Out-String | Should -Match 'spring-[0-3]'
    }

    It 'mark a rehearsal, and warn where the environment leads to a platform' {
        $names = 'nightly-correction', 'scheduled-campaign', 'delivery-report'
        $environment = @{ ROCKETCOMS_BASE_URI = 'https://api.example.com'; ROCKETCOMS_API_KEY = 'a-key-as-long-as-real-ones'; ROCKETCOMS_API_SECRET = 'secret' }
        try {
            $environment.Keys | ForEach-Object { Set-Item "env:$_" $environment[$_] }
            $text = Invoke-Shell -Command "foreach (`$name in '$($names -join "', '")') { & `"$samples/`$name.ps1`"; ""code of `${name}: `$LASTEXITCODE"" }" | Out-String
        }
        finally {
            $environment.Keys | ForEach-Object { Remove-Item "env:$_" }
        }

        $names | ForEach-Object { $text | Should -Match "code of ${_}: 0" }
        [regex]::Matches($text, 'Mode\W.*Rehearsal').Count | Should -Be $names.Count
        [regex]::Matches(($text -replace '\s+', ' '), 'the next command of this session works on https://api.example.com, not on a sandbox').Count | Should -Be $names.Count
    }

    It 'fails with exit code 1 where there is no connection: <Name>' -ForEach @(
        @{ Name = 'nightly-correction'; Parameters = '-CampaignId', '05ee2300-51cd-4021-b28d-11597cf9a175', '-Folder', '.', '-Live' }
        @{ Name = 'delivery-report'; Parameters = '-CampaignId', '05ee2300-51cd-4021-b28d-11597cf9a175', '-Live' }
    ) {
        $text = Invoke-Shell -File (Join-Path $samples "$Name.ps1") @Parameters 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        $text | Should -Match 'Connect-RcAccount'
    }

    It 'takes ids with commas, which pwsh -File hands over as one text, and a folder from where it stands' {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $other = '7a1d7c3e-52f4-4b0a-9d0f-3c8f6f0f6f21'
        Set-Content "$TestDrive/sale-1.csv" '(202) 555-0101,Doors open at nine' -Encoding ascii
        try {
            $null = New-RcBatch $sandbox.CampaignId "$TestDrive/sale-1.csv" -ExternalId sale-1 -StartDate $sandbox.Now.AddDays(1) -Action Validate -SkipValidation
            $environment = @{ ROCKETCOMS_BASE_URI = $sandbox.BaseUri; ROCKETCOMS_API_KEY = $sandbox.ApiKey; ROCKETCOMS_API_SECRET = $sandbox.ApiSecret }
            $environment.Keys | ForEach-Object { Set-Item "env:$_" $environment[$_] }
            Push-Location $TestDrive
            $text = Invoke-Shell -File (Join-Path $samples 'nightly-correction.ps1') -CampaignId "$($sandbox.CampaignId),$other" -Folder . -SettleSec 0 -Live | Out-String
            $LASTEXITCODE | Should -Be 0
            $text | Should -Match 'No errors \(yet\)'

            $lists = (Get-RcRecipientList | Where-Object RecipientsAmount -GT 0).Id -join ','
            $template = (Get-RcMessageTemplate | Where-Object Status -EQ ACTIVE).Id
            $text = Invoke-Shell -File (Join-Path $samples 'scheduled-campaign.ps1') -CampaignId $sandbox.CampaignId -MessageTemplateId $template -RecipientListId $lists -ExternalId sale-2 -StartDate ($sandbox.Now.AddDays(1).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)) -PricePerSegment 0.01 -Live | Out-String
            $LASTEXITCODE | Should -Be 0
            $text | Should -Match 'Recipients\W.*5'
        }
        finally {
            Pop-Location
            $environment.Keys | ForEach-Object { Remove-Item "env:$_" }
            Disconnect-RcAccount
            Stop-RcSandbox $sandbox
        }
    }

    It 'takes the connection of the environment, as an unattended run would' {
        $sandbox = Start-RcSandbox
        try {
            $environment = @{ ROCKETCOMS_BASE_URI = $sandbox.BaseUri; ROCKETCOMS_API_KEY = $sandbox.ApiKey; ROCKETCOMS_API_SECRET = $sandbox.ApiSecret }
            $environment.Keys | ForEach-Object { Set-Item "env:$_" $environment[$_] }
            $null = Invoke-Shell -File (Join-Path $samples 'delivery-report.ps1') -CampaignId $sandbox.CampaignId -Live
            $LASTEXITCODE | Should -Be 0
            $sandbox.Requests.Path | Should -Contain '/v1/batches'
        }
        finally {
            $environment.Keys | ForEach-Object { Remove-Item "env:$_" }
            Stop-RcSandbox $sandbox
        }
    }

    It 'takes amounts with a point only: <Name> <Parameter> <Amount>' -ForEach @(
        @{ Name = 'scheduled-campaign'; Parameter = 'CostCeiling'; Amount = '10,50'; IsGood = $false }
        @{ Name = 'scheduled-campaign'; Parameter = 'CostCeiling'; Amount = '0'; IsGood = $false }
        @{ Name = 'scheduled-campaign'; Parameter = 'CostCeiling'; Amount = '10.50'; IsGood = $true }
        @{ Name = 'delivery-report'; Parameter = 'MaxFailedPercent'; Amount = '7,5'; IsGood = $false }
        @{ Name = 'delivery-report'; Parameter = 'MaxFailedPercent'; Amount = '7.5'; IsGood = $true }
    ) {
        # As text, which is what pwsh -File hands over.
        $given = @{ $Parameter = $Amount }
        $run = { & (Join-Path $samples "$Name.ps1") @given -WarningAction Ignore }
        if ($IsGood) { & $run | Should -Not -BeNullOrEmpty } else { $run | Should -Throw -ErrorId 'ParameterArgument*' }
    }

    It 'fails where the campaign is not there' {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        try {
            { & (Join-Path $samples 'delivery-report.ps1') -CampaignId '6f1c6a5e-2a39-4b51-9d43-5c6b0f2f4a11' -Live } | Should -Throw -ErrorId 'RcNotFound,*'
            { & (Join-Path $samples 'nightly-correction.ps1') -CampaignId '6f1c6a5e-2a39-4b51-9d43-5c6b0f2f4a11' -Folder $TestDrive -Live } | Should -Throw -ErrorId 'RcNotFound,*'
        }
        finally {
            Disconnect-RcAccount
            Stop-RcSandbox $sandbox
        }
    }
}

Describe 'A job' {
    It 'connects inside and gives objects back as what they are' {
        $sandbox = Start-RcSandbox
        try {
            $secret = New-Object securestring
            $sandbox.AccessToken.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $address = $sandbox.BaseUri
            $job = Start-Job {
                Import-Module $using:manifest
                Connect-RcAccount $using:address -AccessToken $using:secret
                Get-RcMessageTemplate
                'Doors open at nine' | Measure-RcSmsSegment
            }
            $output = $job | Receive-Job -Wait -AutoRemoveJob
            $output[0].PSTypeNames | Should -Contain 'RocketComs.RcMessageTemplate'
            $output[-1].SegmentCount | Should -Be 1
        }
        finally {
            Stop-RcSandbox $sandbox
        }
    }
}
