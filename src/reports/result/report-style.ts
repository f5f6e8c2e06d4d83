/** How a report looks: on a screen in light or dark, on paper always in light, a quick check's on one page of A4. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1a1f2b; --quiet: #4a5160; --paper: #fff; --line: #6b8296; --head: #eaf1f6; --link: #0c4370; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eef2f6; --quiet: #b9c4cf; --paper: #14202b; --line: #7d93a6; --head: #22313f; --link: #9fd0ea; }
}
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.45 "Source Sans 3", "Source Sans Pro", system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1.25rem; line-height: 1.25; }
h3 { margin: 1rem 0 .25rem; font-size: 1.0625rem; line-height: 1.3; }
p, ul, dl { margin: 0 0 .5rem; }
a { color: var(--link); }
.links { list-style: none; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; }
.links a { display: inline-block; min-height: 1.5rem; }
.result { font-size: 1.375rem; font-weight: 600; }
dl > div { margin: 0 0 .125rem; display: flex; gap: .25rem .75rem; flex-wrap: wrap; }
dt { color: var(--quiet); min-width: 8rem; }
dd { margin: 0; flex: 1 1 16rem; }
.notices p { margin: 0 0 .125rem; }
.strong { font-weight: 600; margin-bottom: .25rem; }
.quiet, .notices, footer { color: var(--quiet); }
.figure { display: grid; gap: 1rem; align-items: start; margin: .5rem 0 1rem; }
.figure img { display: block; max-width: 100%; height: auto; }
.table { overflow-x: auto; margin: .25rem 0 1rem; padding: 1px; }
.table:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .25rem; }
th, td { padding: .25rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
.long { overflow-wrap: anywhere; min-width: 8rem; }
th { font-weight: 600; }
thead th { background: var(--head); }
.blank { min-width: 7rem; }
details { margin: 1rem 0; border-top: 1px solid var(--line); padding: .5rem 0 0; }
summary { cursor: pointer; }
summary > * { display: inline; }
footer { margin-top: 1.5rem; font-size: .875rem; }
@media (min-width: 48rem) {
  .figure.narrow { grid-template-columns: minmax(0, 18rem) minmax(0, 1fr); }
  .figure.half { grid-template-columns: minmax(0, 25rem) minmax(0, 1fr); }
}
@media print {
  @page { size: A4; margin: 10mm 13mm; }
  body { margin: 0; padding: 0; max-width: none; font-size: 9.25pt; line-height: 1.25; }
  h1 { font-size: 15pt; }
  h2 { font-size: 12pt; margin: 8pt 0 3pt; break-after: avoid; }
  h3 { font-size: 10.5pt; margin: 6pt 0 2pt; break-after: avoid; }
  p, ul, dl { margin-bottom: 3pt; }
  .result { font-size: 13pt; }
  dl { columns: 2; column-gap: 8mm; }
  dl > div { break-inside: avoid; }
  dt { min-width: 22mm; }
  dd { flex-basis: 40mm; }
  .notices p { display: inline; }
  .figure { gap: 8pt; margin: 4pt 0; }
  .figure.narrow { grid-template-columns: 52mm minmax(0, 1fr); }
  .figure.half { grid-template-columns: 70mm minmax(0, 1fr); }
  .figure.wide img { width: auto; max-height: 150mm; margin: 0 auto; }
  .figure img { break-inside: avoid; }
  .table { overflow: visible; margin: 3pt 0 6pt; }
  .items:has(> li:nth-child(5)) { columns: 2; }
  table { font-size: 8.75pt; }
  th, td { padding: 1.5pt 4pt; }
  tr { break-inside: avoid; }
  .blank { min-width: 22mm; }
  .links, details:not([open]) { display: none; }
  footer { margin-top: 6pt; font-size: 8pt; }
}
`;
