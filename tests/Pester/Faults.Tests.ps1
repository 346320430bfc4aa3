BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $null = Import-BuiltModule
}

Describe 'Faults on demand' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        Connect-RcAccount -Sandbox $sandbox -MaximumRetryCount 0
    }

    BeforeEach {
        $sandbox.ClearFaults()
        $sandbox.ClearRequests()
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'are shown in few words, and only when there are some' {
        $sandbox | Out-String | Should -Not -Match 'Faults'

        $sandbox.AddFault(503)
        $sandbox.AddFault(@{ Kind = 'Delay'; Delay = '00:00:05'; Method = 'PATCH'; Path = '/v1/batches/*'; Skip = 2 })

        $sandbox | Out-String | Should -Match 'Faults +: 503, Delay=00:00:05'
        $sandbox.Faults | Out-String -Width 120 | Should -Match 'Delay=00:00:05 +PATCH +2 +0 /v1/batches/\*'
    }

    It 'are named beside the requests that met them' {
        $sandbox.AddFault('DropAnswer')

        { Get-RcBatch } | Should -Throw -ErrorId 'RcConnectionFailed,*'

        $sandbox.Requests | Out-String -Width 120 | Should -Match 'GET +0 +0 /v1/batches\S* \[DropAnswer\]'
    }

    It 'are refused when they cannot be' {
        { Start-RcSandbox -Fault @{ Kind = 'Delay'; Delay = 5 } } | Should -Throw -ErrorId 'RcInvalidParameter,*'
        { Start-RcSandbox -Fault @{ Status = 700 } } | Should -Throw -ErrorId 'RcInvalidParameter,*'
    }
}
