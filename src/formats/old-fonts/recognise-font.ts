import { strangeWords } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

export type OldFont = 'tcvn3' | 'vni';

/** Letters that no old font shows: whoever typed them had Unicode. */
const surelyUnicode = /[ăđĩũơư\u1ea0-\u1ef9]/i;

/**
 * The old font that text was typed in: nobody can pronounce it as it stands, and all of it in that font. `undefined`:
 * Vietnamese already, or neither.
 */
export function recogniseFont(text: string): OldFont | undefined {
  if (!/[^\u0020-\u007e]/.test(text) || surelyUnicode.test(text) || strangeWords(text) === 0) return undefined;
  if (strangeWords(fromTcvn3(text)) === 0) return 'tcvn3';
  return strangeWords(fromVni(text)) === 0 ? 'vni' : undefined;
}

export function fromOldFont(text: string, font: OldFont): string {
  return font === 'tcvn3' ? fromTcvn3(text) : fromVni(text);
}

type Rows = readonly (readonly string[])[];

export interface ReadRows {
  readonly rows: Rows;
  /** The font that most old cells were typed in. */
  readonly font: OldFont | undefined;
}

/**
 * Rows in which some cells, columns or all were typed in an old font: each cell is read as what can be pronounced. Where
 * both can, it is read as most of the sheet is, and as Unicode in a row that has Unicode.
 */
export function readOldFonts(rows: Rows): ReadRows {
  const sure = rows.flatMap((cells) => cells.map((cell) => recogniseFont(cell)));
  const count = (font: OldFont) => sure.filter((one) => one === font).length;
  const [tcvn3, vni] = [count('tcvn3'), count('vni')];
  if (tcvn3 + vni === 0) return { rows, font: undefined };
  const font = tcvn3 >= vni ? 'tcvn3' : 'vni';
  const unicode = rows.flatMap((cells) => cells.filter((cell) => surelyUnicode.test(cell))).length;
  const most = Math.max(tcvn3, vni) > unicode ? font : undefined;
  return { font, rows: rows.map((cells) => readRow(cells, most)) };
}

function readRow(cells: readonly string[], most: OldFont | undefined): readonly string[] {
  const hint = cells.some((cell) => surelyUnicode.test(cell)) ? undefined : most;
  return cells.map((cell) => {
    if (!/[^\u0020-\u007e]/.test(cell) || surelyUnicode.test(cell)) return cell;
    const font = recogniseFont(cell) ?? (hint !== undefined && reads(cell, hint) ? hint : undefined);
    return font === undefined ? cell : fromOldFont(cell, font);
  });
}

/** As well in that font as it stands. */
function reads(cell: string, font: OldFont): boolean {
  return strangeWords(fromOldFont(cell, font)) <= strangeWords(cell);
}
