BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
    $script:samples = Join-Path $PSScriptRoot '../../docs/samples'
}

Describe 'The runbooks' {
    It 'rehearses as it stands, in a shell of its own, with exit code 0: <_>' -ForEach 'nightly-correction', 'scheduled-campaign', 'delivery-report' {
        $text = & (Get-CurrentShell) -NoProfile -NonInteractive -File (Join-Path $samples "$_.ps1") | Out-String
        $LASTEXITCODE | Should -Be 0
        $text | Should -Match 'spring-[0-3]'
    }

    It 'fails with exit code 1 where there is no connection: <_>' -ForEach @(
        @{ Name = 'nightly-correction'; Parameters = '-Folder', '.', '-Live' }
        @{ Name = 'delivery-report'; Parameters = '-CampaignId', '05ee2300-51cd-4021-b28d-11597cf9a175', '-Live' }
    ) {
        $null = & (Get-CurrentShell) -NoProfile -NonInteractive -File (Join-Path $samples "$Name.ps1") @Parameters 2>&1
        $LASTEXITCODE | Should -Be 1
    }

    It 'takes the connection of the environment, as an unattended run would' {
        $sandbox = Start-RcSandbox
        try {
            $environment = @{ ROCKETCOMS_BASE_URI = $sandbox.BaseUri; ROCKETCOMS_API_KEY = $sandbox.ApiKey; ROCKETCOMS_API_SECRET = $sandbox.ApiSecret }
            $environment.Keys | ForEach-Object { Set-Item "env:$_" $environment[$_] }
            $null = & (Get-CurrentShell) -NoProfile -NonInteractive -File (Join-Path $samples 'delivery-report.ps1') -CampaignId $sandbox.CampaignId -Live
            $LASTEXITCODE | Should -Be 0
            $sandbox.Requests[0].Path | Should -Be '/v1/batches'
        }
        finally {
            $environment.Keys | ForEach-Object { Remove-Item "env:$_" }
            Stop-RcSandbox $sandbox
        }
    }
}

Describe 'A job' {
    It 'connects inside and gives typed objects back as copies' {
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
            $output[0].PSTypeNames | Should -Contain 'Deserialized.RocketComs.RcMessageTemplate'
            $output[-1].SegmentCount | Should -Be 1
        }
        finally {
            Stop-RcSandbox $sandbox
        }
    }
}
