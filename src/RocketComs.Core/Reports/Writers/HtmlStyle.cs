namespace RocketComs.Core.Reports.Writers;

/// <summary>How the page looks. Without greater-than signs and ampersands, which would be escaped and so change its hash.</summary>
internal static class HtmlStyle
{
    public const string Css = """

        :root{color-scheme:light dark;--paper:#ffffff;--card:#f6f7f9;--ink:#16191f;--soft:#4a5160;--line:#868d9b;--plain:#1d5fa8;--wrong:#b3261e;--doubt:#8a5a00;--quiet:#5d6675;--bubble:#dcebfb}
        @media (prefers-color-scheme:dark){:root{--paper:#14171c;--card:#1d2128;--ink:#eceef2;--soft:#b4bbc8;--line:#7b8494;--plain:#7db4f5;--wrong:#ff8a80;--doubt:#f0b840;--quiet:#9aa4b2;--bubble:#22364d}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:76rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
        h1{font-size:1.5rem;line-height:1.25;margin:.5rem 0 1rem}
        h2{font-size:1.2rem;line-height:1.3;margin:0 0 .5rem}
        h3{font-size:1rem;line-height:1.35;margin:0 0 .25rem}
        p{margin:.25rem 0 .5rem;max-width:46rem}
        section{border-top:1px solid var(--line);padding:1rem 0}
        dl{display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem}
        dl div{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:.4rem .75rem;min-width:7rem}
        dt{color:var(--soft);font-size:.85rem}
        dd{margin:0;font-size:1.25rem;font-weight:600;font-variant-numeric:tabular-nums}
        figure{margin:.75rem 0 1.25rem}
        figcaption p{color:var(--soft);font-size:.9rem;margin:0 0 .5rem}
        .pair{display:grid;gap:1rem;grid-template-columns:minmax(0,1fr);align-items:start}
        @media (min-width:800px){.pair{grid-template-columns:minmax(0,26rem) minmax(0,1fr)}.pair.broad{grid-template-columns:minmax(0,1fr)}}
        @media (min-width:1000px){.pair.broad{grid-template-columns:minmax(0,26rem) minmax(0,1fr)}}
        .pair.wide{grid-template-columns:minmax(0,1fr)}
        svg{display:block;width:100%;height:auto;max-width:26rem}
        svg text{fill:var(--ink);font:12px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        svg .soft{fill:var(--soft)}
        svg .axis{stroke:var(--line);stroke-width:1;fill:none}
        .plain{fill:var(--plain);stroke:var(--plain)}
        .wrong{fill:url(#hatch);stroke:var(--wrong)}
        .doubtful{fill:url(#dots);stroke:var(--doubt)}
        .quiet{fill:url(#grid);stroke:var(--quiet)}
        .defs{position:absolute;width:0;height:0}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        th,td{min-width:4.5em;text-align:left;vertical-align:top;padding:.25rem .5rem .25rem 0;border-bottom:1px solid var(--line)}
        th{color:var(--soft);font-weight:600;overflow-wrap:break-word}
        .figure{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
        td.figure{white-space:nowrap}
        td.verbatim{font-family:ui-monospace,SFMono-Regular,Consolas,"Liberation Mono",monospace;font-size:.85em}
        .more{color:var(--soft);font-style:italic;font-size:.9rem}
        .phone{border:2px solid var(--line);border-radius:1.25rem;background:var(--card);padding:1rem .75rem;max-width:20rem}
        .bubble{background:var(--bubble);border-radius:.9rem;padding:.6rem .75rem;white-space:pre-wrap}
        .border{display:block;border-top:2px dashed var(--plain);color:var(--soft);font-size:.75rem;line-height:1.3;margin:.3rem 0;white-space:normal}
        footer{border-top:1px solid var(--line);color:var(--soft);font-size:.85rem;padding:.75rem 0}
        @media (max-width:599px){
        table.many thead{display:none}
        table.many tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}
        table.many td{display:grid;grid-template-columns:8.5rem minmax(0,1fr);border:0;padding:.05rem 0;text-align:left}
        table.many td::before{content:attr(data-name);color:var(--soft);font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:.85rem}
        }
        @media print{
        :root{color-scheme:light;--paper:#ffffff;--card:#ffffff;--ink:#000000;--soft:#333333;--line:#777777;--plain:#333333;--wrong:#000000;--doubt:#000000;--quiet:#555555;--bubble:#ffffff}
        body{max-width:none;padding:0;font-size:10pt}
        .pair{grid-template-columns:minmax(0,17rem) minmax(0,1fr)}
        .pair.wide,.pair.broad{grid-template-columns:minmax(0,1fr)}
        svg,tr,.phone{break-inside:avoid}
        h2,h3,figcaption{break-after:avoid}
        .bubble{border:1px solid #777777}
        }

        """;
}
