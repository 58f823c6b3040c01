"""The style sheet of a report: calm on a screen of any width, in light or dark, and on paper. No file is fetched."""

from strategy_tracker.model.branding import BLACK, WHITE, House, contrast

STYLE = """
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1d2733;--soft:#566270;--rule:#d9d5cc;--panel:#f4f1ea;
--link:#1f5f8b;
--red:#a32020;--amber:#875300;--green:#22662f;--blue:#1c568f;--grey:#566270;
--red-bg:#fbeaea;--amber-bg:#fdf1dc;--green-bg:#e9f4ea;--blue-bg:#e8f0f9;--grey-bg:#f1efeb}
@media (prefers-color-scheme:dark){:root{--paper:#15191e;--ink:#e9e6df;--soft:#a9b2bc;--rule:#38414b;
--panel:#1d232a;--link:#8ec3ea;
--red:#ff9d94;--amber:#f2be6b;--green:#8fd19a;--blue:#93c2f2;--grey:#a9b2bc;
--red-bg:#3a1f1f;--amber-bg:#372a14;--green-bg:#1b3020;--blue-bg:#1a2b3d;--grey-bg:#232a31}}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0 auto;max-width:72rem;padding:1.25rem clamp(1rem,4vw,3rem) 3rem;background:var(--paper);
color:var(--ink);
font:1rem/1.55 Georgia,"Iowan Old Style","Noto Serif","DejaVu Serif",serif;overflow-wrap:break-word}
.large{font-size:1.4rem;line-height:1.6}
h1,h2,h3,h4,caption,th,nav,header,footer,.status,figcaption,.mark{
font-family:system-ui,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
h1{font-size:clamp(1.7rem,1.2rem + 2.4vw,2.7rem);line-height:1.15;margin:.2rem 0 .4rem;letter-spacing:-.01em;
text-wrap:balance}
h2{font-size:1.5em;line-height:1.25;margin:3rem 0 .75rem;padding-top:1rem;border-top:2px solid var(--ink)}
h3{font-size:1.2em;line-height:1.3;margin:2.25rem 0 .5rem}
h4{font-size:1.05em;margin:1.5rem 0 .4rem}
p{margin:.6rem 0}
p,main li{max-width:44rem}
ul,ol{margin:.5rem 0 1rem;padding-left:1.4rem}
li{margin:.25rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem}
.kicker{color:var(--soft);margin:0;font-size:.95em}
.kind{font-size:1.2em;margin:0 0 1.25rem;color:var(--soft)}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.35rem 1.25rem;margin:0;padding:1rem 1.25rem;
background:var(--panel);
border-left:4px solid var(--ink);font-size:.95em}
.facts dt{font-weight:600}
.facts dd{margin:0}
nav{margin:1.5rem 0 0;font-size:.95em}
nav h2{font-size:1em;margin:0 0 .25rem;padding:0;border:0}
nav ul{columns:18rem;column-gap:2.5rem;list-style:none;padding:0;margin:.25rem 0}
nav li{break-inside:avoid;margin:0;padding:.2rem 0;max-width:none}
nav ul ul{columns:auto;margin:0;padding:.2rem 0 0 1rem}
table{border-collapse:collapse;min-width:min(100%,44rem);margin:1rem 0 .5rem;font-size:.92em;line-height:1.45}
caption{text-align:left;font-weight:600;padding:.25rem 0 .4rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.25rem .5rem 0;border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0}
thead th{border-bottom:2px solid var(--soft);font-size:.92em;color:var(--soft);vertical-align:bottom}
tbody th{font-weight:500;min-width:9rem}
figure tbody th{min-width:0;white-space:nowrap}
figure th,figure td{padding-top:.2rem;padding-bottom:.2rem}
figure td,figure th:last-child{text-align:right;font-variant-numeric:tabular-nums}
.n{text-align:right;font-variant-numeric:tabular-nums}
.w{min-width:11rem}
td.empty{color:var(--soft)}
.note{color:var(--soft);font-size:.9em;margin:.1rem 0 .5rem}
.rag{white-space:nowrap}
.red{color:var(--red)}.amber{color:var(--amber)}.green{color:var(--green)}.blue{color:var(--blue)}.grey{
color:var(--grey)}
.rag .pill{display:inline-block;padding:.05em .55em;border-radius:.7em}
.red .pill,.status.red{background:var(--red-bg)}.amber .pill,.status.amber{background:var(--amber-bg)}
.green .pill,.status.green{background:var(--green-bg)}.blue .pill,.status.blue{background:var(--blue-bg)}
.grey .pill,.status.grey{background:var(--grey-bg)}
.red .pill,.amber .pill{font-weight:600}
.status{padding:.45rem .8rem;border-left:4px solid currentColor;margin-top:1.25rem}
figure{margin:1.75rem 0;max-width:44rem;break-inside:avoid;display:grid;grid-template-columns:minmax(0,26rem) 1fr;
gap:.25rem 2rem;align-items:start}
figure svg{display:block;width:100%;height:auto}
figure table{min-width:0;margin:0;justify-self:start}
figcaption{font-weight:600;grid-column:1/-1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
svg .axis,svg .gap{stroke:var(--soft)}svg .run{stroke:var(--link)}
svg .target{stroke:var(--ink)}svg .soft{fill:var(--soft)}svg .ink{fill:var(--ink)}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--rule);color:var(--soft);font-size:.9em}
@media screen and (max-width:48rem){
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
figure{grid-template-columns:minmax(0,1fr)}
figure tr{padding:.15rem 0}
figure tr th,figure tr td{display:inline}
figure td::before{content:" "}
figure td{text-align:left}
table,tbody,tr,th,td,caption{display:block;min-width:0}
tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
th,td,th:last-child,td:last-child{border:0;padding:.12rem 0}
tbody th{font-weight:600;min-width:0}
td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-family:system-ui,sans-serif;
font-size:.92em}
td.empty{display:none}
.n{text-align:left}
.w{min-width:0}
.facts{grid-template-columns:1fr;gap:0}
.facts dd{margin-bottom:.5rem}
}
@media print{
@page{size:A4;margin:14mm 15mm}
:root{--paper:#fff;--ink:#000;--soft:#444;--rule:#bbb;--panel:#fff;--link:#1f5f8b;--red:#a32020;--amber:#7a4a00;
--green:#22662f;--blue:#1c568f;--grey:#444;
--red-bg:#fff;--amber-bg:#fff;--green-bg:#fff;--blue-bg:#fff;--grey-bg:#fff}
html{font-size:9pt}
body{max-width:none;padding:0;font-size:1rem;line-height:1.45}
.large{font-size:16pt;line-height:1.5}
h1{font-size:1.8rem}
.kind{margin-bottom:.6rem}
h2{margin-top:1.5rem;padding-top:.5rem;border-top-width:1px;font-size:1.35em}
h3{margin-top:1.2rem}
.facts{padding:.5rem .9rem;gap:.1rem 1rem}
th,td{padding:.2rem .8rem .2rem 0}
p,main li{max-width:none}
li{margin:.1rem 0}
table{margin:.5rem 0}
p{margin:.4rem 0}
footer{margin-top:1.2rem}
nav,.skip{display:none}
h2,h3,h4,caption{break-after:avoid}
tr,figure,.status{break-inside:avoid}
thead{display:table-header-group}
a{color:inherit;text-decoration:none}
}
"""

_LOGO = """.logo{display:block;max-width:min(16rem,60%);max-height:5rem;margin:0 0 1rem}
@media (prefers-color-scheme:dark){.logo{background:#fff;padding:.5rem}}
"""


def style_of(house: House) -> str:
    """What a house adds to the style sheet: its colours, the same by day and by night, and room for its logo.

    Paper has no background, so there the word stands in the colour itself where that can be read on white.
    """
    if not house.shades:
        return _LOGO if house.logo else ""
    seen = "".join(f"--{name}:{shade.ink};--{name}-bg:{shade.fill};" for name, shade in house.shades.items())
    paper = "".join(f"--{name}:{_on_white(shade.fill)};--{name}-bg:{WHITE};" for name, shade in house.shades.items())
    return f":root{{{seen}}}\n@media print{{:root{{{paper}}}}}\n{_LOGO if house.logo else ''}"


def _on_white(colour: str) -> str:
    return colour if contrast(colour, WHITE) >= 4.5 else BLACK
