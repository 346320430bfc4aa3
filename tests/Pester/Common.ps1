# Shared by the test files: the built module, and a batch in a sandbox that can be updated.

function Import-BuiltModule {
    $folder = if ($env:ROCKETCOMS_MODULE) { $env:ROCKETCOMS_MODULE } else { "$PSScriptRoot/../../out/RocketComs" }
    Import-Module "$folder/RocketComs.psd1" -Force -Global -ErrorAction Stop
    (Resolve-Path "$folder/RocketComs.psd1").ProviderPath
}

function Get-SeededBatch {
    param($Sandbox, [string] $ExternalId = 'ext-1', [string[]] $Line = @('12025550123,Hello', 'abc,Hello'))
    $file = Join-Path $TestDrive "seed-$ExternalId.csv"
    Set-Content -LiteralPath $file -Value $Line -Encoding Ascii

    # Today might be over before the sandbox reads it.
    $batch = New-RcBatch $Sandbox.CampaignId $file -ExternalId $ExternalId -StartDate $Sandbox.Now.AddDays(1) -Action Validate -SkipValidation
    $Sandbox.ClearRequests()
    $batch
}

# What changed something on the platform.
function Get-Write {
    param($Sandbox)
    $Sandbox.Requests | Where-Object Method -NE 'GET'
}

# Starts the shell that runs these tests once more; what is piped in is all that it can read. A PowerShell that is a .NET tool
# runs in a process of dotnet, so that neither the process nor the search path knows the shell.
function Invoke-Shell {
    $program = (Get-Process -Id $PID).Path
    $library = @(if ([System.IO.Path]::GetFileNameWithoutExtension($program) -eq 'dotnet') { Join-Path $PSHOME 'pwsh.dll' })
    $input | & $program @library -NoProfile -NonInteractive @args
}
