BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    Import-BuiltModule | Out-Null
}

Describe 'Single messages and replies' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox
        $rows = '12025550123', '12025550198' | ForEach-Object { [pscustomobject]@{ Phone = $_; Text = "Doors open at nine, come and see us" } }
        $rows | Send-RcMessage $sandbox.CampaignId -Force
        $sandbox.Advance([timespan]::FromHours(1))
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'asks for no more pages than are wanted' {
        $sandbox.ClearRequests()
        Get-RcReply $sandbox.CampaignId | Select-Object -First 1 -ExpandProperty Number | Should -Be '2025550101'
        Invoke-RcRequest v1/messages -FollowPages | Select-Object -First 1 -ExpandProperty destinationNumber | Should -Be '12025550123'
        $sandbox.Requests | Should -HaveCount 2
    }

    It 'shows messages and replies as tables that fit 80 columns' {
        $lines = (Get-RcMessage -SingleOnly | Out-String -Width 80).Split("`n").TrimEnd() -ne ''
        $lines[0] | Should -Match '^Number +Status +CreatedAt +MessageText$'
        $lines[3] | Should -Match '^12025550198 +FAILED +\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ Doors open at nine'
        $lines += (Get-RcReply $sandbox.CampaignId | Out-String -Width 80).Split("`n").TrimEnd() -ne ''
        $lines | ForEach-Object { $_.Length | Should -BeLessOrEqual 80 }
    }

    It 'ends where nobody can answer, and sends nothing' {
        $code = "Import-Module '$((Get-Module RocketComs).Path)'; `$s = Start-RcSandbox; Connect-RcAccount -Sandbox `$s; " +
            "try { Send-RcMessage `$s.CampaignId 2025550123 Hi } catch { `$_.FullyQualifiedErrorId }; `$s.Requests.Count; Stop-RcSandbox"
        $said = Invoke-Shell -Command $code
        $said[0] | Should -Match '^RcConfirmationRequired,'
        $said[1] | Should -Be '0'
    }

    It 'takes objects as JSON and gives objects back' {
        $body = [pscustomobject]@{ campaignId = $sandbox.CampaignId; destinationNumber = '2025550123'; message = 'Hi'; shortlink = $false }
        Invoke-RcRequest v1/messages/outgoing -Method POST -Body $body -Force | Should -Be '200 Message was sent successfully'
        (Invoke-RcRequest "v1/campaigns/$($sandbox.CampaignId)").campaignName | Should -Be 'Spring Campaign'
    }

    It 'refuses another host' {
        $sandbox.ClearRequests()
        { Invoke-RcRequest https://example.com/v1/messages } | Should -Throw -ErrorId 'RcInvalidParameter,*'
        $sandbox.Requests | Should -HaveCount 0
    }
}
