Describe 'Beside the modules that come with PowerShell, and Pester' -Skip:($PSVersionTable.PSEdition -ne 'Core') {
    BeforeAll {
        . "$PSScriptRoot/Common.ps1"
        $manifest = Import-BuiltModule
        $pester = (Get-Module -Name Pester).Path -replace '\.psm1$', '.psd1'
        $neighbours = @($pester) + @(Get-ChildItem "$PSHOME/Modules" -Directory | Where-Object Name -In 'Microsoft.PowerShell.Archive', 'Microsoft.PowerShell.PSResourceGet',
            'Microsoft.PowerShell.ThreadJob', 'PackageManagement', 'PowerShellGet', 'PSReadLine' | ForEach-Object FullName)
    }

    # A process of its own: what is loaded stays loaded.
    It 'works when it is imported <_>' -ForEach 'before them', 'after them' {
        $order = if ($_ -eq 'before them') { '-First' }

        $lines = Invoke-Shell -File "$PSScriptRoot/neighbours.ps1" $manifest $order @neighbours 2>&1

        $LASTEXITCODE | Should -Be 0 -Because ($lines -join "`n")
        $lines | Should -HaveCount ($neighbours.Count + 1)
        $lines[-1] | Should -Be 'RocketComs PENDING'
        $lines[0..($lines.Count - 2)] | Should -Match ' 2$'
    }
}
