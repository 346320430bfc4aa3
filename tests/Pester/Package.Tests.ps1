BeforeAll {
    $script:manifest = "$PSScriptRoot/../../out/RocketComs/RocketComs.psd1"
    $script:build = "$PSScriptRoot/../../build.ps1"
    $script:key = $env:PSGALLERY_API_KEY
}

AfterAll {
    $env:PSGALLERY_API_KEY = $script:key
}

Describe 'The description of the package' {
    It 'says what the manifest says' {
        $file = & "$PSScriptRoot/../../src/New-Nuspec.ps1" -Manifest $manifest -Destination "$TestDrive/made/RocketComs.nuspec"
        $module = Test-ModuleManifest $manifest
        $metadata = ([xml](Get-Content -LiteralPath $file.FullName -Raw)).package.metadata

        $metadata.id | Should -Be 'RocketComs'
        $metadata.version | Should -Be $module.Version.ToString()
        $metadata.licenseUrl | Should -Be $module.LicenseUri.OriginalString
        $metadata.projectUrl | Should -Be $module.ProjectUri.OriginalString
        $metadata.releaseNotes | Should -Be $module.ReleaseNotes
        $tags = $metadata.tags -split ' '
        $tags | Should -Contain 'PSModule'
        $tags | Should -Contain 'PSEdition_Desktop'
        $tags | Should -Contain 'PSEdition_Core'
        @($tags -like 'PSCommand_*').Count | Should -Be $module.ExportedCmdlets.Count
    }
}

Describe 'build.ps1' {
    It 'publishes nothing without a key, and says which variable holds it' {
        # The package is looked for first.
        $package = "$PSScriptRoot/../../out/RocketComs.$((Test-ModuleManifest $manifest).Version).nupkg"
        $isOurs = -not (Test-Path -LiteralPath $package)
        if ($isOurs) { Set-Content -LiteralPath $package 'none' }
        $env:PSGALLERY_API_KEY = ''
        try {
            { & $build Publish -Confirm:$false } | Should -Throw '*PSGALLERY_API_KEY*'
        }
        finally {
            if ($isOurs) { Remove-Item -LiteralPath $package }
        }
    }

    It 'takes -WhatIf only where it would be true' {
        { & $build Build -WhatIf } | Should -Throw '*Clean and Publish*'
    }

    It 'has no parameter that a key could be written into' {
        (Get-Command $build).Parameters.Keys | Where-Object { $_ -like '*Key*' } | Should -BeNullOrEmpty
    }
}
