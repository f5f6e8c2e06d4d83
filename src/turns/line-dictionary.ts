/**
 * What lines of the log usually hold, the most usual last: where a line has a piece of this, it is packed as the piece's
 * place and length. Lines that were packed with it are read with it, so it never changes; another one would get a letter of
 * its own in `packed-line.ts`.
 */
export const LINE_DICTIONARY = [
  '{"type":"message","text":""do":"press","do":"cards","do":"skip","do":"note"{"kind":"notice","notice":"{"kind',
  '":"confirm","kind":"noted","kind":"card","kind":"entries""dialog":"workbook","version":""item":""value":"unk',
  'nown""value":"no""value":"yes""said":[{"kind":"result","outcome":{"dialog":"quick-check","version":"2.1.1","',
  'sections":[{"kind":"standing","stair":{"low":0,"high":0},"stairs":[{"stair":1,"holds":"no","met":3,"of":6,"u',
  'nknown":["plan"]},{"stair":2,"holds":"no","met":2,"of":3,"unknown":[]},{"stair":3,"holds":"no","met":0,"of":',
  '7,"unknown":[]},{"stair":4,"holds":"no","met":2,"of":3,"unknown":[]}],"coverage":0.9473684210526315,"provisi',
  'onal":false,"progress":0.5833333333333334,"holding":["need","leadership"],"unknown":["plan"],"near":[],"smal',
  'lestLift":["leadership","plan","need"],"liftsTo":1,"notApplicable":[],"of":4,"provisionalBelow":0.5},{"kind"',
  ':"actions","ids":["strategy-goals","commit-leadership","target-level","find-out"],"catalogue":"2.1.1"}]},"an',
  'swers":{"need":"partly","started":"yes","plan":"unknown","leadership":"no","money":"yes","work-time":"yes","',
  'market-services":"partly","resident-use":"yes","usage-rate":85,"phase-application":"partial","phase-initiati',
  'on":"partial","phase-handling":"partial","phase-decision":"partial","phase-invoicing":"partial","phase-archi',
  'ving":"partial","phase-supervision":"partial","new-targets":"yes","analysed-data":"yes","ecosystem":"partly"',
  '},"reasons":{},"dialog":"quick-check","version":"2.1.1"}]}"said":[{"kind":"answered","step":"ecosystem","rep',
  'laces":"e","progress":{"answered":13,"total":13,"position":13},"values":{"ecosystem":"partly"},"skipped":fal',
  'se,"dialog":"quick-check","version":"2.1.1"},{"kind":"summary","progress":{"answered":13,"total":13,"positio',
  'n":13},"answers":{"need":"partly","started":"yes","plan":"unknown","leadership":"no","money":"yes","work-tim',
  'e":"yes","market-services":"partly","resident-use":"yes","usage-rate":85,"phase-application":"partial","phas',
  'e-initiation":"partial","phase-handling":"partial","phase-decision":"partial","phase-invoicing":"partial","p',
  'hase-archiving":"partial","phase-supervision":"partial","new-targets":"yes","analysed-data":"yes","ecosystem',
  '":"said":[{"kind":"question","step":"scope","nonce":"1","progress":{"answered":0,"total":13,"position":0},"v',
  'alues":{},"dialog":"quick-check","version":"2.1.1"}]}{"schema":2,"id":","at":179,"heard":{"type":"message","',
  'value":{"do":"form","step":"scope","nonce":"1"},"channelData":{"clientActivityID":"c1},"locale":"fi","id":",',
  '"timestamp":"2026-,"from":"dl_},"locale":"fi","said":[{"kind":"answered","step":"scope","replaces":"1","prog',
  'ress":{"answered":0,"total":13,"position":0},"values":{},"skipped":false,"dialog":"quick-check","version":"2',
  '.1.1"},{"kind":"question","step":"need","nonce":"2","progress":{"answered":0,"total":13,"position":1},"value',
  's":{},"dialog":"quick-check","version":"2.1.1"}]}{"schema":2,"id":","at":179,"heard":{"type":"message","valu',
  'e":{"do":"answer","step":"resident-use","nonce":"9","value":"yes"},"channelData":{"clientActivityID":"c1},"l',
  'ocale":"fi","id":","timestamp":"2026-,"from":"dl_},"locale":"fi","said":[{"kind":"answered","step":"resident',
  '-use","replaces":"9","progress":{"answered":8,"total":13,"position":8},"values":{"resident-use":"yes"},"skip',
  'ped":false,"dialog":"quick-check","version":"2.1.1"},{"kind":"question","step":"usage-rate","nonce":"a","pro',
  'gress":{"answered":8,"total":13,"position":9},"values":{},"dialog":"quick-check","version":"2.1.1"}]}',
].join('');
