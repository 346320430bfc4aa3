<#
    What the examples of the help may use. The tests run this, and then an example, in a session of its own:
      $sandbox      a sandbox that the session is connected to; scheduled batches are COMPLETED at once
      $address      its address, where a reader has that of RocketCOMS
      $campaign     the id of a campaign that batches can be created for
      $id           the id of a batch that is CREATED, and whose file has one mistake
      $scheduled    the id of a batch that has gone out
      $template     the id of a message template; $list, $list2: the ids of recipient lists
      $recipient, $recipient2   the ids of recipients; the first is on both lists, the second on none
      $message      the id of a single message, which has failed
      sale.csv, fixed.csv   files without mistakes, for 12025550123, 12025550124 and 12025550125; one text of
                            sale.csv needs two segments
      draft.csv     a file with mistakes, some of which can be repaired
      people.csv    a table with the columns Phone, Name and Text
      recipients.csv   a file of recipients, as Import-RcRecipient takes it
      journal.jsonl the journal of a batch whose outcome is not known
      plan.csv      a plan with the columns Id, Path, StartDate and Action, for $id and another batch
      Get-Credential, Read-Host   answer with what the sandbox accepts
      Get-Date      is noon of the sandbox's today, so that no day ends while an example runs
    Every question is answered with yes.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseDeclaredVarsMoreThanAssignments', '', Justification = 'The examples use them.')]
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'Stand-ins take what the commands take.')]
param([string] $Folder)

$ConfirmPreference = 'None'
$sandbox = Start-RcSandbox -ProcessingSec 0
$sandbox.Advance($sandbox.Now.Date.AddDays(1.5) - $sandbox.Now)
Connect-RcAccount -Sandbox $sandbox
$address = $sandbox.BaseUri
$campaign = $sandbox.CampaignId
$template = (Get-RcMessageTemplate | Where-Object Status -EQ ACTIVE).Id
$list, $list2 = (Get-RcRecipientList | Where-Object RecipientsAmount -GT 0).Id
$recipient, $recipient2 = (Invoke-RcRequest v1/recipients -FollowPages).id[2, 4]

$write = { param($Name, $Lines) [System.IO.File]::WriteAllText("$Folder/$Name", ($Lines -join "`n") + "`n") }
& $write sale.csv '12025550123,Doors open at nine', '12025550124,"Hello, doors open at nine"', "12025550125,Hi\n$(('Doors open at nine. ' * 10).Trim())"
& $write fixed.csv '12025550123,Doors open at ten', '12025550124,Doors open at ten', '12025550125,Doors open at ten'
& $write draft.csv '(202) 555-0123,Doors open at nine', '12025550124,Hello, doors open', 'abc,Doors open', '12025550125, Doors open '
& $write people.csv 'Phone,Name,Text', '12025550123,Ann,Doors open at nine', '12025550124,Bob,"Hello, Bob"'
& $write recipients.csv 'Number,First name,Last name', '+12025550123,Ann,Adams', '+12025550124,Bob,Brown'

$time = $sandbox.Now.ToString('o', [cultureinfo]::InvariantCulture)
& $write journal.jsonl @(
    foreach ($outcome in 'Begun', 'Unknown') {
        '{"time":"' + $time + '","writeId":"1","command":"New-RcBatch","outcome":"' + $outcome + '","action":"Schedule","segmentCount":4,"externalId":"sale-1"}'
    }
)

$new = @{ StartDate = $sandbox.Now; Action = 'Validate'; SkipValidation = $true }
$id = (New-RcBatch $campaign "$Folder/draft.csv" -ExternalId example-1 @new).Id
$other = (New-RcBatch $campaign "$Folder/draft.csv" -ExternalId example-2 @new).Id
$scheduled = (New-RcBatch $campaign "$Folder/sale.csv" -ExternalId example-3 @new).Id
$null = Update-RcBatch $scheduled "$Folder/sale.csv" -Force

# The sandbox fails messages to numbers that end like this.
Send-RcMessage $campaign 12025550198 'Doors open at nine'
$message = (Get-RcMessage -SingleOnly).Id

$day = $sandbox.Now.AddDays(1).ToString('yyyy-MM-dd', [cultureinfo]::InvariantCulture)
& $write plan.csv 'Id,Path,StartDate,Action', "$id,sale.csv,$day,Schedule", "$other,fixed.csv,,Validate"

function ConvertTo-Secret {
    param([string] $Text)
    $secret = [securestring]::new()
    foreach ($character in $Text.ToCharArray()) {
        $secret.AppendChar($character)
    }

    , $secret
}

${function:Get-Credential} = {
    param([string] $UserName, [string] $Message)
    if ($UserName) { [pscredential]::new($UserName, (ConvertTo-Secret 'sandbox-password')) }
    else { [pscredential]::new($sandbox.ApiKey, (ConvertTo-Secret $sandbox.ApiSecret)) }
}
${function:Get-Date} = { $sandbox.Now }
${function:Read-Host} = {
    param([string] $Prompt, [switch] $AsSecureString)
    ConvertTo-Secret $sandbox.AccessToken
}

# Not for the examples.
$write = $new = $other = $day = $null
$sandbox.ClearRequests()
