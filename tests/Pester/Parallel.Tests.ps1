BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    $script:manifest = Import-BuiltModule
}

Describe 'Runspaces' {
    BeforeAll {
        $script:sandbox = Start-RcSandbox
        $script:connection = Connect-RcAccount -Sandbox $sandbox -PassThru
    }

    AfterAll {
        Disconnect-RcAccount
        Stop-RcSandbox $sandbox
    }

    It 'share a connection that is given' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $id = 1..4 | ForEach-Object { (Get-SeededBatch $sandbox -ExternalId "ext-$_").Id }
        $rows = [pscustomobject]@{ Number = '12025550123'; Message = 'Hello' }

        $updated = $id | ForEach-Object -ThrottleLimit 4 -Parallel {
            Import-Module $using:manifest
            $using:rows | Update-RcBatch -Id $_ -Action Validate -Connection $using:connection
        }

        $updated.Id | Sort-Object | Should -Be ($id | Sort-Object)
        Get-Write $sandbox | Should -HaveCount 4
    }

    It 'change nothing by the environment beside a connection' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $real = Start-RcSandbox
        $env:ROCKETCOMS_BASE_URI, $env:ROCKETCOMS_API_KEY, $env:ROCKETCOMS_API_SECRET = $real.BaseUri, $real.ApiKey, $real.ApiSecret
        try {
            $id = 1..2 | ForEach-Object -Parallel {
                Import-Module $using:manifest
                try { Remove-RcBatch ([guid]::NewGuid()) -Force } catch { $_.FullyQualifiedErrorId }
            }

            $id | Should -HaveCount 2
            $id | Should -BeLike 'RcNotConnected,*'
            $real.Requests | Should -HaveCount 0
        }
        finally {
            $env:ROCKETCOMS_BASE_URI, $env:ROCKETCOMS_API_KEY, $env:ROCKETCOMS_API_SECRET = $null, $null, $null
            Stop-RcSandbox $real
        }
    }

    It 'have no connection of their own' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $id = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            try { Get-RcBatch } catch { $_.FullyQualifiedErrorId }
        }

        $id | Should -BeLike 'RcNotConnected,*'
    }
}
