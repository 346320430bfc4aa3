BeforeDiscovery {
    $browser = 'chromium', 'chromium-browser', 'google-chrome' | Where-Object { Get-Command $_ -CommandType Application -ErrorAction Ignore } | Select-Object -First 1
}

# Within Context, so that nothing is made where there is no browser.
Describe 'The page of a report in a browser' {
    It 'is looked at' -ForEach @{ browser = $browser } {
        if (-not $browser) {
            Set-ItResult -Skipped -Because 'not run: there is no Chromium'
        }
    }

    Context 'with one' -Skip:(-not $browser) -ForEach @{ browser = $browser } {
        BeforeAll {
            . "$PSScriptRoot/Common.ps1"
            Import-BuiltModule | Out-Null
            $folder = (New-Item -ItemType Directory -Path (Join-Path $TestDrive 'page')).FullName
            $long = 'x' * 300
            Set-Content "$folder/sale.csv" -Encoding utf8 -Value @(
                '12025550123,Doors open at nine'
                '(202) 555-0124,Doors open at nine'
                "12025550125,$('Doors open at nine. ' * 30)"
                "12025550126,https://example.com/$long"
                "12025550127,$long,$long"
            )
            $batch = [RocketComs.RcInsight]::new()
            $window = [RocketComs.RcSendWindow]::new()
            @(Test-RcBatchCsv "$folder/sale.csv" -PricePerSegment 0.0079; $batch; $window) | Export-RcReport "$folder/report.html"

            # The page runs no script, so a page around it measures it, at each width.
            $frames = foreach ($width in 360, 800, 1400) { "<iframe src='report.html' width='$width' height='900' style='border:0'></iframe>" }
            Set-Content "$folder/frames.html" -Value @"
<!DOCTYPE html><body>$frames<pre id='wide'></pre><script>
addEventListener('load', () => document.getElementById('wide').textContent = [...document.querySelectorAll('iframe')].map(frame => {
    const page = frame.contentDocument;
    const out = [...page.querySelectorAll('body *')].filter(element => element.getBoundingClientRect().right > page.documentElement.clientWidth + 1);
    return frame.width + ':' + (page.documentElement.scrollWidth <= page.documentElement.clientWidth && page.querySelectorAll('svg').length > 3 && out.length === 0 ? 'fits' : out.length + ' out');
}).join(' '));
</script></body>
"@
            function Invoke-Browser {
                & $browser --headless --no-sandbox --disable-gpu --allow-file-access-from-files "--user-data-dir=$folder/profile" @args 2> $null
            }
        }

        It 'needs no horizontal scrolling at 360, 800 and 1400 pixels' {
            $shown = Invoke-Browser '--window-size=1600,1000' '--virtual-time-budget=5000' --dump-dom "file://$folder/frames.html" | Out-String
            $shown | Should -Match '<pre id="wide">360:fits 800:fits 1400:fits</pre>'
        }

        It 'prints' {
            Invoke-Browser --no-pdf-header-footer "--print-to-pdf=$folder/report.pdf" "file://$folder/report.html" | Out-Null
            $bytes = [System.IO.File]::ReadAllBytes("$folder/report.pdf")
            [System.Text.Encoding]::ASCII.GetString($bytes, 0, 5) | Should -Be '%PDF-'
            $bytes.Length | Should -BeGreaterThan 10000
        }
    }
}
