/**
 * The layout of a report in typst. Everything that is written comes in as data (`sys.inputs`), and a string that is
 * data is set as text: no letter in it is read as markup or code.
 *
 * What PDF/UA asks for and typst does not check by itself: a language, a row of headings in every table, and no heading
 * that skips a level. The first cell of a row is bold and no heading to whoever listens: this compiler cannot tag one
 * (findings/typst-compiler-has-no-headings-of-rows.sh). Lines, boxes and the foot of the page are decoration, which typst marks as such; nothing that
 * says something is drawn with them. Words are not hyphenated: typst 0.14 divides Finnish compounds wrongly.
 */
export const TEMPLATE = `
#let r = json(bytes(sys.inputs.report))
#let ink = rgb("#1a1f2b")
#let quiet = rgb("#44586b")
#let edge = rgb("#6b8296")
#let brief = r.extent == "brief"

#set document(title: r.name, author: r.author, date: datetime(year: r.day.at(0), month: r.day.at(1), day: r.day.at(2)))
#set text(font: "Source Sans 3", fallback: false, size: r.size * 1pt, fill: ink, lang: r.language, region: r.region, hyphenate: false)
#set par(justify: false, leading: 0.5em, spacing: 0.65em)
#set page(
  paper: "a4",
  margin: (x: 15mm, top: 13mm, bottom: 15mm),
  footer-descent: 25%,
  footer: context {
    set text(size: 0.85em, fill: quiet)
    [#r.made #h(1fr) #counter(page).display() / #counter(page).final().first()]
  },
)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(size: 1.25em)
#show heading.where(level: 2): set text(size: 1.1em)
#show heading.where(level: 2): set block(above: 1.1em, below: 0.6em)
#show heading.where(level: 3): set text(size: 1em)
#set terms(separator: [: ], hanging-indent: 0.8em, spacing: 0.45em)
#set list(spacing: 0.45em, indent: 0.4em)
#set table(stroke: 0.5pt + edge, inset: (x: 4pt, y: 3pt), fill: (_, y) => if y == 0 { rgb("#eaf1f6") })

#let as-table(t) = {
  set text(size: 0.94em)
  set par(leading: 0.4em)
  if t.titled { text(weight: 600, t.caption) }
  table(
    columns: t.widths.map(w => w * 1fr),
    // Room to write by hand.
    ..if t.by-hand { (inset: (x: 4pt, y: 5.5pt)) },
    align: left + top,
    table.header(..t.head.map(one => text(weight: 600, one))),
    ..t.rows.map(row => row.enumerate().map(((at, one)) => if one == none { [] } else if at == 0 { text(weight: 600, one) } else { one })).flatten(),
  )
}

// As wide as there is room for, and no higher than leaves room for the rest.
#let picture(f, most) = layout(size => {
  let own = measure(image(bytes(f.svg), format: "svg", alt: f.alt)).width
  let drawn = image(bytes(f.svg), format: "svg", alt: f.alt, width: calc.min(own * 0.9, f.room * 1mm, size.width))
  if measure(drawn).height <= most { drawn } else { image(bytes(f.svg), format: "svg", alt: f.alt, height: most) }
})

#let as-block(b) = {
  if b.block == "text" {
    if b.tone == "strong" { par(text(weight: 600, b.text)) } else if b.tone == "quiet" { par(text(fill: quiet, b.text)) } else { par(b.text) }
  } else if b.block == "words" { par[#text(weight: 600)[#b.label:] #b.words]
  } else if b.block == "list" { list(..b.items)
  } else if b.block == "table" { as-table(b.table)
  } else if b.block == "figure" {
    let f = b.figure
    if f.width != "wide" {
      block(above: 1em, below: 1em, grid(columns: (f.room * 1mm, 1fr), column-gutter: 5mm, picture(f, 72mm), as-table(f.table)))
    } else {
      // Lower, its letters would be too small to read.
      block(above: 0.8em, picture(f, if brief { 105mm } else { 150mm }))
      as-table(f.table)
    }
  }
}

= #r.title
#par(text(size: 1.2em, weight: 600, r.result))
#grid(columns: (1fr, 1fr), column-gutter: 8mm, ..r.facts.map(half => terms(..half.map(fact => terms.item(text(fill: quiet, weight: 400, fact.label), fact.value)))))
#par(text(fill: quiet, r.notices))
#for part in r.parts {
  if part.heading != none { heading(level: part.level, part.heading) }
  for b in part.blocks { as-block(b) }
}
#for note in r.notes { par(text(fill: quiet, note)) }
`;
