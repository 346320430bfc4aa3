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

    It 'have no connection of their own' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $id = 1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            try { Get-RcBatch } catch { $_.FullyQualifiedErrorId }
        }

        $id | Should -BeLike 'RcNotConnected,*'
    }
}
