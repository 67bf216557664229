import type { VNode } from 'preact';
import { slipTables } from '../../../../catalogue/paper/slip.ts';
import { say, type Words } from '../../../../domain/words.ts';
import { language } from '../../../../ui/language.ts';
import { paperWords } from '../paper-words.ts';
import { WidePart } from './wide-part.tsx';

interface SlipTableProps {
  readonly number: number;
  readonly rows: readonly (readonly Words[])[];
  /** Lines to write on by hand, below what is filled in. */
  readonly blank: number;
}

/** One of the eleven tables, with its columns as printed. Nothing to list is said so, as on paper. */
export function SlipTableView({ number, rows, blank }: SlipTableProps): VNode | null {
  const table = slipTables.find((one) => one.number === number);
  if (table === undefined) return null;
  const copy = paperWords.value;
  const lines = Array.from({ length: blank }, (_, line) => line);
  return (
    <WidePart name={say(table.title, language.value)} look={`sheet-slip${rows.length > longest ? ' sheet-long' : ''}`}>
      <h2>
        {table.number}. {say(table.title, language.value)}
      </h2>
      <table class="sheet-table">
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.vi} scope="col" class={isName(column.vi) ? 'sheet-name' : undefined}>
                {say(column, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <td key={place} class={isDate(cell.vi) ? 'whole' : undefined}>
                  {say(cell, language.value)}
                </td>
              ))}
            </tr>
          ))}
          {lines.map((line) => (
            <tr key={`blank-${line}`} class="sheet-blank">
              {table.columns.map((column) => (
                <td key={column.vi} />
              ))}
            </tr>
          ))}
          {rows.length + blank === 0 && (
            <tr>
              <td colSpan={table.columns.length}>{copy.noneInMonth}</td>
            </tr>
          )}
        </tbody>
      </table>
    </WidePart>
  );
}

/** "Họ tên con", "Họ và tên vợ". */
function isName(heading: string): boolean {
  return /^Họ (?:và )?tên/.test(heading);
}

/** A date is never broken over two lines. */
function isDate(text: string): boolean {
  return /^\d\d\/\d\d\/\d{4}$/.test(text);
}

/** More rows than these are broken over pages rather than pushed whole to the next one. */
const longest = 12;
