/** CSS of a review sheet: A4 on paper, and readable on a screen down to 320 px. Stands inside the file. */
export const sheetStyle = `
@page { size: A4; margin: 16mm 14mm; }
:root { --ink: #17222b; --soft: #47555f; --line: #8b8676; --pale: #d9d4c7; --accent: #0b5a60; --sun: #fdf3e0; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-inline-size: 190mm; padding: 1rem; color: var(--ink); background: #fff; font: 400 15px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 1.8rem 0 .4rem; padding-block-end: .2rem; border-block-end: 2px solid var(--accent); font-size: 1.2rem; break-after: avoid; }
h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; color: var(--accent); break-after: avoid; }
p { margin: .3rem 0; }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, textarea:focus-visible { outline: 3px solid #a86200; outline-offset: 2px; }
.role { margin: .2rem 0 .8rem; font-size: 1.2rem; color: var(--accent); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .4rem 1rem; margin: 0 0 1rem; padding: .6rem 0; border-block: 1px solid var(--pale); }
.facts dt, .small, .id { font-size: .82rem; color: var(--soft); }
.facts dd { margin: 0; font-weight: 600; }
.first { padding: .1rem .8rem .6rem; background: var(--sun); border-inline-start: 4px solid #e8a33d; print-color-adjust: exact; }
.statement { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: .4rem 1.2rem; padding: .7rem 0; border-block-end: 1px solid var(--pale); break-inside: avoid; }
.statement .context { color: var(--soft); }
.statement .label { font-weight: 600; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.statement ul { margin: .2rem 0; padding: 0; list-style: none; }
.statement li { margin: .15rem 0; }
.statement li b { display: inline-block; margin-inline-end: .3rem; }
.doubt { display: inline-block; margin: 0 .4rem .2rem 0; padding: 0 .4rem; border: 1px solid #7d5200; border-radius: 3px; font-size: .82rem; font-weight: 600; color: #7d5200; }
fieldset { min-inline-size: 0; margin: 0; padding: 0; border: 0; }
fieldset label, .overall label { display: inline-flex; align-items: center; gap: .35rem; min-block-size: 24px; margin-inline-end: .6rem; font-size: .9rem; }
input[type="radio"] { inline-size: 1rem; block-size: 1rem; margin: 0; }
@media print { input[type="radio"] { appearance: none; border: 1.2px solid var(--ink); border-radius: 2px; } input[type="radio"]:checked { background: var(--ink); print-color-adjust: exact; } }
textarea, input[type="text"] { inline-size: 100%; border: 0; border-block-end: 1px solid var(--line); background: transparent; color: inherit; font: inherit; }
textarea { block-size: 3.3rem; resize: vertical; line-height: 1.65rem; background: repeating-linear-gradient(transparent 0 1.58rem, var(--line) 1.58rem 1.65rem); print-color-adjust: exact; }
.sign { margin-block-start: 2rem; padding: 1rem; border: 2px solid var(--ink); break-inside: avoid; }
.sign h2 { margin-block-start: 0; }
.sign .lines { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 1rem 1.5rem; }
.sign input[type="text"] { block-size: 2.4rem; }
.overall { display: grid; gap: .2rem; margin-block: .6rem 1rem; }
.list { font-size: .88rem; }
.list li { margin-block-end: .3rem; break-inside: avoid; overflow-wrap: anywhere; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: .3rem .5rem; border-block-end: 1px solid var(--pale); text-align: start; vertical-align: top; }
td.n, th.n { text-align: end; font-variant-numeric: tabular-nums; }
.wide { overflow-x: auto; }
@media (max-width: 40rem) { .statement { grid-template-columns: minmax(0, 1fr); } }
@media print {
  body { max-inline-size: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  h1 { font-size: 18pt; }
  h2 { margin-block-start: 5mm; font-size: 13pt; }
  .statement { grid-template-columns: minmax(0, 1fr) 56mm; padding: 1.8mm 0; }
  .statement p { margin: .5mm 0; }
  fieldset label { font-size: 9pt; margin-inline-end: 2mm; }
  textarea { resize: none; }
  a { color: inherit; text-decoration: none; }
}
`.trim();
