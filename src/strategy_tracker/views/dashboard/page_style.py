"""The style sheet of the dashboard: calm at any width, in light or dark, and on paper. No file is fetched."""

STYLE = """
:root{color-scheme:light dark;--paper:#fbfaf8;--card:#fff;--ink:#1d2733;--soft:#566270;--rule:#dfdbd3;--edge:#7d8792;
--link:#1f5f8b;--wash:#f1efea;
--red:#a32020;--amber:#875300;--green:#22662f;--blue:#1c568f;--grey:#566270;
--red-bg:#fbeaea;--amber-bg:#fdf1dc;--green-bg:#e9f4ea;--blue-bg:#e8f0f9;--grey-bg:#efedea;
--red-bar:#b83a3a;--amber-bar:#d99a2b;--green-bar:#4c9a5b;--blue-bar:#3f7fbf;--grey-bar:#b9bec4}
@media (prefers-color-scheme:dark){:root{--paper:#14181d;--card:#1a2027;--ink:#e9e6df;--soft:#a9b2bc;--rule:#323b45;
--edge:#7b8794;--link:#8ec3ea;--wash:#222931;
--red:#ff9d94;--amber:#f2be6b;--green:#8fd19a;--blue:#93c2f2;--grey:#a9b2bc;
--red-bg:#3a1f1f;--amber-bg:#372a14;--green-bg:#1b3020;--blue-bg:#1a2b3d;--grey-bg:#272e36;
--red-bar:#d9655d;--amber-bar:#d9a343;--green-bar:#5faa6c;--blue-bar:#5b97d3;--grey-bar:#5c6670}}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif}
header,main,footer{max-width:84rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
header{padding-top:clamp(1.25rem,3vw,2.5rem)}
main{padding-bottom:3rem}
[hidden]{display:none!important}
h1,h2,h3,h4,h5{line-height:1.2;text-wrap:balance;letter-spacing:-.01em}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem);margin:.15rem 0 .5rem;font-weight:700}
h2{font-size:1.45rem;margin:3rem 0 .75rem}
h3{font-size:1.2rem;margin:2.25rem 0 .5rem}
h4,h5{font-size:1rem;margin:1.5rem 0 .25rem}
p{margin:.5rem 0}
p,.plain li,.inside>ul>li{max-width:46rem}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:.2rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.6rem 1rem;z-index:1}
.kicker,.about{color:var(--soft);margin:0}
.kicker{font-size:.95rem}
.about{font-size:.95rem;margin-bottom:1.5rem}
.note,.place{color:var(--soft);font-size:.9rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
ul{margin:.5rem 0;padding-left:1.3rem}
li{margin:.2rem 0}
.plain,.legend,.numbers,.items{list-style:none;padding:0}
.panels{display:grid;gap:1.25rem;margin:1.25rem 0}
@media (min-width:46rem){.panels{grid-template-columns:repeat(2,minmax(0,1fr));grid-template-rows:auto 1fr}
.panel:nth-child(2){grid-row:span 2}}
@media (min-width:70rem){.panels{grid-template-columns:repeat(3,minmax(0,1fr));grid-template-rows:none}
.panel:nth-child(2){grid-row:auto}}
.panel{background:var(--card);border:1px solid var(--rule);border-radius:.75rem;padding:1.1rem 1.35rem 1.25rem;
min-width:0}
.panel>h2,.panel>h3{font-size:1.1rem;margin:0 0 .75rem}
.panel .plain li{padding:.55rem 0;margin:0;border-top:1px solid var(--rule)}
.panel .plain .note{display:block}
.count{margin:.9rem 0 .3rem;font-weight:600;font-size:.95rem}
.panel h2+.count,.panel h3+.count{margin-top:0}
.bar{display:block;width:100%;height:.8rem;border-radius:.4rem;background:var(--wash)}
.fill.red{fill:var(--red-bar)}.fill.amber{fill:var(--amber-bar)}.fill.green{fill:var(--green-bar)}
.fill.blue{fill:var(--blue-bar)}.fill.grey{fill:var(--grey-bar)}
.legend{display:flex;flex-wrap:wrap;gap:.3rem .9rem;font-size:.9rem;margin:.5rem 0 .75rem}
.legend li{margin:0;white-space:nowrap}
.numbers{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:0 0 .9rem}
.numbers li{margin:0;color:var(--soft);font-size:.95rem}
.numbers b{display:block;font-size:2.1rem;line-height:1.1;color:var(--ink);font-weight:650;
font-variant-numeric:tabular-nums}
.pill{display:inline-block;padding:.05em .6em;border-radius:1em;border:1px solid transparent;font-size:.9em;
white-space:nowrap}
.pill.red{color:var(--red);background:var(--red-bg);font-weight:600}
.pill.amber{color:var(--amber);background:var(--amber-bg);font-weight:600}
.pill.green{color:var(--green);background:var(--green-bg)}
.pill.blue{color:var(--blue);background:var(--blue-bg)}
.pill.grey{color:var(--grey);background:var(--grey-bg)}
.strategy{border-top:3px solid var(--ink);margin-top:4rem}
.strategy>h2{font-size:clamp(1.4rem,1.1rem + 1.4vw,2rem);margin-top:1.25rem}
.priority{margin-top:3rem;border-top:1px solid var(--edge);padding-top:.25rem}
.priority>h2,.priority>h3{margin-top:1rem}
.judgement{border-left:4px solid var(--rule);padding:.1rem 0 .1rem 1rem}
.items{margin:.75rem 0 0;background:var(--card);border:1px solid var(--rule);border-radius:.75rem;overflow:clip}
.items>li{margin:0;border-top:1px solid var(--rule)}
.items>li:first-child{border-top:0}
.items>li:target{box-shadow:inset 4px 0 0 var(--link)}
details>summary{cursor:pointer;list-style:none;position:relative;padding:.75rem 2.75rem .75rem 1.1rem;
min-height:2.75rem}
summary::-webkit-details-marker{display:none}
summary::after{content:"";position:absolute;right:1.25rem;top:1.2rem;width:.5rem;height:.5rem;
border:solid var(--edge);border-width:0 2px 2px 0;transform:rotate(45deg)}
details[open]>summary::after{transform:rotate(225deg);top:1.4rem}
summary:hover{background:var(--wash)}
.items>li>details>summary,.told{display:grid;grid-template-columns:9.5rem minmax(0,1fr) minmax(0,17rem);gap:.1rem 1rem;
align-items:baseline}
.told{padding:.75rem 2.75rem .75rem 1.1rem}
.items>li>details>summary>.pill,.told>.pill{justify-self:start;white-space:normal}
.what{font-weight:500}
.who{color:var(--soft);font-size:.95rem}
.who{grid-row:1/span 2;grid-column:3}
.when{grid-column:2;color:var(--soft);font-size:.9rem}
.inside{padding:0 1.1rem 1.1rem}
.items .inside{padding:.25rem 1.1rem 1.25rem calc(1.1rem + 10.5rem)}
.why{border-left:4px solid var(--grey-bar);padding-left:.9rem}
.why.red{border-color:var(--red-bar)}.why.amber{border-color:var(--amber-bar)}.why.green{border-color:var(--green-bar)}
.why.blue{border-color:var(--blue-bar)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.6rem 1.5rem;
margin:1rem 0;font-size:.95rem}
.facts dt{color:var(--soft);font-size:.88rem}
.facts dd{margin:0}
.folds{display:grid;gap:.5rem;margin:1.25rem 0}
.folds>div{background:var(--card);border:1px solid var(--rule);border-radius:.75rem;overflow:clip}
.folds summary{font-weight:600}
table{border-collapse:collapse;min-width:min(100%,40rem);margin:1rem 0 .5rem;font-size:.95rem;line-height:1.45}
caption{text-align:left;font-weight:600;padding:.25rem 0 .35rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.25rem .5rem 0;border-bottom:1px solid var(--rule)}
th:last-child,td:last-child{padding-right:0}
thead th{overflow-wrap:normal;
color:var(--soft);font-size:.9rem;border-bottom:2px solid var(--edge);vertical-align:bottom}
tbody th{font-weight:500;min-width:9rem}
.n{text-align:right;font-variant-numeric:tabular-nums}
td.empty{color:var(--soft)}
.rows{width:100%}
.rows .items{background:none;border:0}
.rows tbody th .note{display:block;font-weight:400}
.rows .legend{margin:.4rem 0 0}
.rows td{min-width:9rem}
pre{white-space:pre-wrap;background:var(--card);border:1px solid var(--rule);border-radius:.75rem;padding:1rem 1.35rem;
font-size:.9rem}
figure{margin:1.25rem 0;display:grid;grid-template-columns:minmax(0,26rem) minmax(0,1fr);gap:.5rem 2.5rem;
align-items:start}
figure svg{display:block;width:100%;max-width:26rem;height:auto}
figure table{min-width:0;margin:0}
figure th,figure td{padding-top:.2rem;padding-bottom:.2rem}
figure tbody th{min-width:0;white-space:nowrap}
svg .axis,svg .gap{stroke:var(--soft)}svg .run{stroke:var(--link)}
svg .target{stroke:var(--ink)}svg .soft{fill:var(--soft)}svg .ink{fill:var(--ink)}
.filters{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9.5rem),1fr));gap:.75rem 1rem;
align-items:end;background:var(--wash);border-radius:.75rem;padding:1rem 1.35rem 1.1rem;margin:2.5rem 0 1rem}
.filters label{display:block;font-size:.9rem;font-weight:600}
.filters input,.filters select,.filters button{display:block;width:100%;min-height:2.6rem;margin-top:.2rem;
padding:.3rem .6rem;font:inherit;font-weight:400;color:var(--ink);background:var(--card);border:1px solid var(--edge);
border-radius:.4rem}
.filters button{cursor:pointer;font-weight:600}
.filters button:hover{background:var(--wash)}
.filters p{grid-column:1/-1;margin:0}
footer{border-top:1px solid var(--rule);padding-top:1rem;padding-bottom:2rem;color:var(--soft);font-size:.9rem}
@media screen and (max-width:52rem){
.items>li>details>summary,.told{grid-template-columns:minmax(0,1fr)}
.who,.when{grid-column:1;grid-row:auto}
.items .inside{padding-left:1.1rem}
figure{grid-template-columns:minmax(0,1fr)}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td,caption{display:block;min-width:0}
tr{padding:.6rem 0;border-bottom:1px solid var(--rule)}
th,td,th:last-child,td:last-child,.rows td{border:0;padding:.12rem 0;min-width:0}
tbody th{font-weight:600}
td[data-label]::before{content:attr(data-label) ": ";color:var(--soft);font-size:.9rem}
td.empty{display:none}
.n{text-align:left}
figure tr{padding:.15rem 0}
figure tr th,figure tr td{display:inline}
figure td[data-label="Figure"]::before{content:" "}
figure td[data-label="Remarks"]::before{content:" – "}
}
@media (prefers-reduced-motion:no-preference){summary::after{transition:transform .15s}}
@media (forced-colors:active){.pill{border-color:currentColor}.bar{forced-color-adjust:none}}
@media print{
@page{size:A4;margin:14mm 15mm}
:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#ccc;--edge:#888;--wash:#fff;--link:#000;
--red:#a32020;--amber:#7a4a00;--green:#22662f;--blue:#1c568f;--grey:#444;
--red-bg:#fff;--amber-bg:#fff;--green-bg:#fff;--blue-bg:#fff;--grey-bg:#fff;
--red-bar:#b83a3a;--amber-bar:#d99a2b;--green-bar:#4c9a5b;--blue-bar:#3f7fbf;--grey-bar:#b9bec4}
html{font-size:8.5pt}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
.skip,.filters,nav,summary::after{display:none}
.bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.pill{padding:0;white-space:normal}
.panels{grid-template-columns:repeat(3,minmax(0,1fr));grid-template-rows:none;gap:.75rem}
.panel:nth-child(2){grid-row:auto}
.panel{padding:.7rem .9rem}
.items,.folds>div{border-radius:0;border-width:1px 0 0;overflow:visible}
details::details-content{display:block;content-visibility:visible;height:auto}
details>summary{padding:.35rem 0;min-height:0}
.inside{padding:0 0 .75rem}
.items .inside{padding:0 0 .75rem 1.5rem}
.items>li>details>summary{grid-template-columns:7.5rem minmax(0,1fr) minmax(0,14rem)}
.items .place{display:none}
.items .facts{grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.3rem 1rem;margin:.4rem 0}
th,td{padding:.2rem .8rem .2rem 0}
thead{display:table-header-group}
h2,h3,h4,h5,caption,summary{break-after:avoid}
tr,figure,.panel,summary,.facts>div{break-inside:avoid}
.strategy{break-before:page;margin-top:0}
.priority{margin-top:1.5rem}
a{color:inherit;text-decoration:none}
}
"""
