BeforeAll {
    $root = "$PSScriptRoot/../.."
    Import-Module "$root/out/RocketComs/RocketComs.psd1"
}

Describe 'The nightly correction' {
    BeforeEach {
        $sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        Set-Content "$TestDrive/sale-1.csv" '(202) 555-0101,Doors open at nine' -Encoding ascii
        $null = New-RcBatch $sandbox.CampaignId "$TestDrive/sale-1.csv" -ExternalId sale-1 -StartDate $sandbox.Now.AddDays(1) -Action Validate -SkipValidation
        $sandbox.ClearRequests()
    }

    AfterEach {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'uploads the repaired file and schedules nothing' {
        $result = & "$root/docs/samples/nightly-correction.ps1" -CampaignId $sandbox.CampaignId -Folder $TestDrive -SettleSec 0 -Live

        $result.Outcome | Should -Be 'No errors (yet).'
        $write = @($sandbox.Requests | Where-Object Method -NE GET)
        $write | Should -HaveCount 1
        $write.RawQuery | Should -Match 'action=VALIDATE'
        ($write.Parts | Where-Object Name -EQ file).Text.Trim() | Should -Be '2025550101,Doors open at nine'
    }

    It 'does not repeat an upload whose answer is lost' {
        $sandbox.AddFault(@{ Kind = 'DropAnswer'; Method = 'PATCH' })

        $result = & "$root/docs/samples/nightly-correction.ps1" -CampaignId $sandbox.CampaignId -Folder $TestDrive -SettleSec 0 -Live

        $result.Outcome | Should -BeLike 'RcOutcomeUnknown*'
        @($sandbox.Requests | Where-Object Method -EQ PATCH) | Should -HaveCount 1
    }
}
