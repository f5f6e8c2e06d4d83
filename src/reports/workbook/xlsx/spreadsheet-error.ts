/** Why a file cannot be read as a spreadsheet. The codes have texts in `problems` of `locales/<language>/workbook-sheet.yaml`. */
export type SpreadsheetFault =
  | 'not-a-spreadsheet'
  | OtherKind
  | 'damaged'
  /** The file itself, and what it unpacks to. */
  | 'file-too-large'
  | 'too-large';

/** Spreadsheets of other kinds. `locked-or-old`: one of the two, which cannot be told. */
export type OtherKind = 'ods' | 'xlsb' | 'xls' | 'locked' | 'locked-or-old';

/** Thrown while a file is read; the reading stops at once. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly fault: SpreadsheetFault;

  constructor(fault: SpreadsheetFault) {
    super(fault);
    this.fault = fault;
  }
}
