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

Describe 'The package in a repository' {
    # On Windows its folders are not moved by a variable, and what the user has installed must be left alone.
    It 'is installed, imported, updated and removed, and says that an update needs a new session' -Skip:(-not $IsLinux) {
        . "$PSScriptRoot/Common.ps1"
        $userHome, $userData = $env:HOME, $env:XDG_DATA_HOME
        $null = New-Item -ItemType Directory -Path "$TestDrive/home/.local/share", "$TestDrive/repository"
        try {
            $env:HOME = "$TestDrive/home"
            $env:XDG_DATA_HOME = ''
            $lines = Invoke-Shell -File "$PSScriptRoot/lifecycle.ps1" (Split-Path -Parent $manifest) "$TestDrive/repository" 2>&1
        }
        finally {
            $env:HOME, $env:XDG_DATA_HOME = $userHome, $userData
        }

        $lines | Should -Be @(
            'installed 0.1.0', 'works 0.1.0 1', 'updated 0.1.1 0.1.0', 'beside refused True', 'after removal refused True', 'works again 1 RocketComs.RcBatch', 'left 0'
        )
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
