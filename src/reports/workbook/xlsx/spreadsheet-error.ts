/** Why a file cannot be read as a spreadsheet. The codes have texts in `problems` of `locales/<language>/workbook.yaml`. */
export type SpreadsheetFault = 'not-a-spreadsheet' | 'locked-or-old' | 'damaged' | 'too-large';

/** Thrown while a file is read; the reading stops at once. */
export class SpreadsheetError extends Error {
  override readonly name = 'SpreadsheetError';
  readonly fault: SpreadsheetFault;

  constructor(fault: SpreadsheetFault) {
    super(fault);
    this.fault = fault;
  }
}
