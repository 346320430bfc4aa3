# What PSScriptAnalyzer says of the scripts, among it whether Windows PowerShell 5.1 could read them.
BeforeDiscovery {
    $script:hasAnalyzer = [bool](Get-Module -ListAvailable PSScriptAnalyzer | Where-Object Version -GE ([version] '1.24'))
    $root = (Resolve-Path "$PSScriptRoot/../..").ProviderPath
    $script:files = @(
        Get-ChildItem -Path $root -File | Where-Object Extension -In '.ps1', '.psm1'
        Get-Item "$root/out/RocketComs/RocketComs.psd1", "$root/PSScriptAnalyzerSettings.psd1"
        Get-ChildItem -Path "$root/docs", "$root/src", "$root/tests" -Recurse -File -Include '*.ps1', '*.psm1', '*.psd1'
    ) | ForEach-Object { @{ File = $_.FullName; Name = $_.FullName.Substring($root.Length + 1) } }
}

Describe 'The scripts' {
    if (-not $hasAnalyzer) {
        It 'are clean to PSScriptAnalyzer' {
            Set-ItResult -Skipped -Because 'not run: PSScriptAnalyzer 1.24 is not installed'
        }

        return
    }

    It 'are clean to PSScriptAnalyzer: <Name>' -ForEach $files {
        $findings = Invoke-ScriptAnalyzer -Path $File -Settings "$PSScriptRoot/../../PSScriptAnalyzerSettings.psd1" -ErrorAction Stop

        $findings | ForEach-Object { "$($_.RuleName), line $($_.Line): $($_.Message)" } | Should -BeNullOrEmpty
    }

    It 'would not pass with syntax that 5.1 has not' {
        $findings = Invoke-ScriptAnalyzer -ScriptDefinition '$null ?? 1' -Settings "$PSScriptRoot/../../PSScriptAnalyzerSettings.psd1"

        $findings.RuleName | Should -Be 'PSUseCompatibleSyntax'
    }
}
