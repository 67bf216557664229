import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { looksLikeFormula, mostRows, type Sheet, type SheetProblem } from './sheet.ts';

const quote = '"';
const separators = [',', ';', '\t'] as const;

/**
 * Reads a CSV file (RFC 4180): quoted cells, doubled quotes, line breaks within cells, CRLF or LF. The separator (comma,
 * semicolon or tab) is the one that the first row has most of. Strict UTF-8, with or without a mark at the front, or
 * UTF-16 with one; text comes out in NFC.
 * @returns the row in which the text stops being UTF-8, or in which a quote was opened and never closed
 */
export function readCsv(bytes: Uint8Array, name: string): Outcome<Sheet, SheetProblem> {
  const text = decodeText(bytes);
  return text === undefined ? bad(notUtf8(bytes)) : readCsvText(text, name);
}

export function notUtf8(bytes: Uint8Array): SheetProblem {
  return { is: 'not_utf8', row: badRow(bytes) };
}

/** The same for text that was decoded already, e.g. from an old font. */
function readCsvText(given: string, name: string): Outcome<Sheet, SheetProblem> {
  const work = readCsvInSteps(given, name);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Rows between two pauses. */
const pauseAfter = 500;

/** The same, pausing now and then; each pause tells which part of the text is read. */
export function* readCsvInSteps(given: string, name: string): Generator<number, Outcome<Sheet, SheetProblem>> {
  const text = given.normalize('NFC');
  const separator = findSeparator(text);
  const rows: (readonly string[])[] = [];
  for (let at = 0; at < text.length; ) {
    const read = readRow(text, at, separator);
    if (read === undefined) return bad({ is: 'open_quote', row: rows.length + 1 });
    // The heading is no row of them.
    if (rows.length > mostRows) return bad({ is: 'too_many_rows', row: mostRows + 2 });
    rows.push(read.cells);
    at = read.next;
    if (rows.length % pauseAfter === 0) yield at / text.length;
  }
  return good({ name, rows });
}

/** The text of a file in strict UTF-8, or in UTF-16 where its mark says so (Excel's "Unicode Text"); `undefined` where it is neither. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const code = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(code, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a line of them holds letters beyond ASCII in UTF-8: text in an old font makes none. */
export function hasUtf8Lines(bytes: Uint8Array): boolean {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(10, from);
    const line = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (line.some((byte) => byte > 127) && decodeText(line) !== undefined) return true;
    from += line.length + 1;
  }
  return false;
}

/** Halves the bytes until the first piece that does not decode is found, then counts the rows before it. */
function badRow(bytes: Uint8Array): number {
  let [good, broken] = [0, bytes.length];
  while (broken - good > 1) {
    const middle = (good + broken) >> 1;
    if (decodesUpTo(bytes, middle)) good = middle;
    else broken = middle;
  }
  return bytes.subarray(0, good).filter((byte) => byte === 10).length + 1;
}

/** A sequence that the cut itself halves is no fault yet. */
function decodesUpTo(bytes: Uint8Array, end: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    return true;
  } catch {
    return false;
  }
}

function findSeparator(text: string): string {
  const first = firstRow(text);
  const counts = separators.map((separator) => first.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Without what stands in quotes: a separator there separates nothing. */
function firstRow(text: string): string {
  return /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly next: number;
}

function readRow(text: string, from: number, separator: string): ReadRow | undefined {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === quote ? readQuoted(text, at, separator) : readPlain(text, at, separator);
    if (cell === undefined) return undefined;
    cells.push(plainCell(cell.value));
    const end = text[cell.next];
    if (end === separator) at = cell.next + 1;
    else return { cells, next: cell.next + lineBreak(text, cell.next) };
  }
}

interface ReadCell {
  readonly value: string;
  readonly next: number;
}

function readPlain(text: string, from: number, separator: string): ReadCell {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { value: text.slice(from, at), next: at };
}

/** What stands between the closing quote and the separator belongs to the cell: some programmes write it so. */
function readQuoted(text: string, from: number, separator: string): ReadCell | undefined {
  let value = '';
  let at = from + 1;
  for (;;) {
    const end = text.indexOf(quote, at);
    if (end === -1) return undefined;
    value += text.slice(at, end);
    if (text[end + 1] !== quote) {
      const rest = readPlain(text, end + 1, separator);
      return { value: value + rest.value, next: rest.next };
    }
    value += quote;
    at = end + 2;
  }
}

function lineBreak(text: string, at: number): number {
  if (text[at] === '\r' && text[at + 1] === '\n') return 2;
  return 1;
}

/** The mark that `writeCsv` puts before what looks like a formula. */
function plainCell(cell: string): string {
  return cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
}
