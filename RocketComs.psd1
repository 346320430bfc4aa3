@{
    RootModule           = 'RocketComs.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '5f3b6c1e-8a0d-4b7e-9c55-2d1f7a64e0b9'
    Author               = 'RocketComs developers'
    CompanyName          = 'RocketComs'
    Copyright            = '(c) RocketComs developers. MIT license.'
    Description          = 'Checks, prices, mends and updates RocketCOMS SMS campaign batches. No batch with a mistake in it is sent by accident, and nobody is surprised by the bill.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')

    # Windows PowerShell only: the first .NET Framework that has all of netstandard2.0.
    DotNetFrameworkVersion = '4.7.2'

    FormatsToProcess     = @('RocketComs.Format.ps1xml')

    CmdletsToExport      = @(
        'Add-RcRecipientListMember'
        'Connect-RcAccount'
        'Disconnect-RcAccount'
        'Export-RcBatchCsv'
        'Export-RcReport'
        'Get-RcBatch'
        'Get-RcBatchError'
        'Get-RcBatchInsight'
        'Get-RcBatchMessage'
        'Get-RcBrand'
        'Get-RcCampaign'
        'Get-RcConnection'
        'Get-RcJournal'
        'Get-RcMessage'
        'Get-RcMessageTemplate'
        'Get-RcOptOut'
        'Get-RcRecipientList'
        'Get-RcReply'
        'Get-RcRule'
        'Import-RcBatchCsv'
        'Import-RcRecipient'
        'Invoke-RcRequest'
        'Measure-RcSendWindow'
        'Measure-RcSmsSegment'
        'New-RcBatch'
        'New-RcMessageTemplate'
        'New-RcRecipientList'
        'Remove-RcBatch'
        'Remove-RcRecipientListMember'
        'Rename-RcRecipientList'
        'Repair-RcBatchCsv'
        'Send-RcMessage'
        'Set-RcMessageTemplate'
        'Split-RcBatchCsv'
        'Start-RcSandbox'
        'Stop-RcSandbox'
        'Test-RcAccount'
        'Test-RcBatchCsv'
        'Update-RcBatch'
        'Wait-RcBatch'
    )
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()

    PrivateData          = @{
        PSData = @{
            Tags         = @('SMS', 'RocketCOMS', 'Messaging', 'Campaign', 'Csv', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://opensource.org/license/mit'
            # The platform's pages for developers: the module has none of its own yet.
            ProjectUri   = 'https://developer.rocketcoms.com/'
            ReleaseNotes = 'See CHANGELOG.md, which ships with the module.'
        }
    }
}
