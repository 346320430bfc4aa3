@{
    ExcludeRules = @(
        # Invoke-DotNet in build.ps1 hands its arguments to a program as they stand.
        'PSAvoidUsingPositionalParameters'
    )
    Rules        = @{
        PSUseCompatibleSyntax = @{
            Enable         = $true
            TargetVersions = @('5.1', '7.4')
        }
    }
}
