# The life of a batch, as a careful script leads it: what failed for certain is done again; what is not known is looked at, and what does not
# show is left for later. Says 'over' or 'later'.
$ErrorActionPreference = 'Stop'
$lives = @{}

function Invoke-Step($life, [scriptblock] $do, [scriptblock] $isDone) {
    for ($try = 0; $try -lt 40; $try++) {
        try {
            # Not at once: what was said before an error is no answer.
            $answer = & $do
            return $answer
        }
        catch {
            if ($_.FullyQualifiedErrorId -match '^(RcOutcomeUnknown|RcServerError|RcUnexpectedResponse|RcAlreadySent|RcBatchNotUpdatable)\b' -and $isDone) {
                $life.IsLost = $true
                return
            }
            elseif ($_.FullyQualifiedErrorId -notmatch '^Rc(RateLimited|ConnectionFailed|Timeout|ServerError|UnexpectedResponse|OutcomeUnknown|Unauthorized|BadRequest|AlreadySent)\b') {
                throw
            }

            $script:last = $_
        }
    }

    throw "It failed 40 times, the last time with $last"
}

function Invoke-BatchLife {
    $life = $lives[$name]
    if (-not $life) {
        $life = $lives[$name] = @{ Step = 'New'; Id = $null; IsLost = $false }
    }

    $file = "$name.csv"
    [System.IO.File]::WriteAllText("$pwd/$file", "1202555$('{0:0000}' -f $number),Hello from $name`n1303555$('{0:0000}' -f $number),Hello to you from $name`n")
    $isDirect = $number % 2 -eq 0
    while ($true) {
        if ($life.IsLost) {
            # The look itself may fail, and is taken again.
            $seen = Invoke-Step $life { Get-RcBatch -CampaignId $campaign -ExternalId $name 3> $null }
            $life.IsLost = $false
            $isDone = switch ($life.Step) {
                'New' { [bool] $seen }
                'Validate' { $seen.Description -eq 'checked' }
                'Schedule' { $seen.Status -ne 'CREATED' }
            }
            if (-not $isDone -and -not $life.WasLeft) {
                $life.WasLeft = $life.IsLost = $true
                return 'later'
            }

            $life.WasLeft = $false
            if ($seen) { $life.Id = $seen.Id }
            if ($isDone) { $life.Step = @{ New = if ($isDirect) { 'Look' } else { 'Validate' }; Validate = 'Schedule'; Schedule = 'Look' }[$life.Step] }
        }

        switch ($life.Step) {
            'New' {
                if (-not (Test-RcBatchCsv $file).IsValid) { throw "$file is not valid." }
                $action = if ($isDirect) { 'Schedule' } else { 'Validate' }
                $batch = Invoke-Step $life { New-RcBatch $campaign $file -ExternalId $name -StartDate $day -Action $action -Force 3> $null } { $true }
                if ($batch) { $life.Id = $batch.Id; $life.Step = if ($isDirect) { 'Look' } else { 'Validate' } }
            }
            'Validate' {
                $batch = Invoke-Step $life { Update-RcBatch $life.Id $file -StartDate $day -Description checked -Action Validate 3> $null } { $true }
                if ($batch) { $life.Step = 'Schedule' }
            }
            'Schedule' {
                $batch = Invoke-Step $life { Update-RcBatch $life.Id $file -StartDate $day -Force 3> $null } { $true }
                if ($batch) { $life.Step = 'Look' }
            }
            'Look' {
                $batch = Invoke-Step $life { Get-RcBatch $life.Id 3> $null }
                $messages = @(Invoke-Step $life { Get-RcBatchMessage $life.Id })
                if ($batch.ExternalId -ne $name -or $batch.Status -eq 'CREATED' -or $messages.Count -ne 2) {
                    throw "Batch $($batch.ExternalId) is $($batch.Status) and has $($messages.Count) messages."
                }

                $lives.Remove($name)
                [System.IO.File]::Delete("$pwd/$file")
                return 'over'
            }
        }
    }
}
