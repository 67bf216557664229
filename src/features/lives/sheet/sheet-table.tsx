import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import type { Screen } from '../../screen.ts';
import type { OpenedSheet, SheetLine } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';
import { sheetColumns } from './sheet-columns.ts';
import { SheetRow } from './sheet-line.tsx';

interface SheetTableProps {
  readonly screen: Screen;
  readonly sheet: OpenedSheet;
}

/** Mục I: one line a person, and one below them for somebody new. Typed by keyboard alone. */
export function SheetTable({ screen, sheet }: SheetTableProps): VNode {
  const copy = paperWords.value;
  const { household, lines, newLine } = sheet;
  // Said once on the page, at the line that was left last.
  const [lastSaved, setLastSaved] = useState('');
  const all = newLine.form === undefined ? lines : [...lines, newLine];
  return (
    <section class="sheet-part">
      <h2>{copy.partOne}</h2>
      <p class="small soft not-printed">
        {copy.keys} {copy.mends}
      </p>
      <table class="sheet-table" onKeyDown={moveByKeys}>
        <thead>
          <tr>
            <th scope="col">{copy.order}</th>
            {sheetColumns.map(({ key, field }) => (
              <th key={key} scope="col" class={`sheet-${key}`}>
                {say(field.label, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map((line, index) => (
            <SheetRow
              key={keyOf(line)}
              screen={screen}
              household={household.id}
              line={line}
              place={index + 1}
              isLastSaved={lastSaved === keyOf(line)}
              onSaved={() => setLastSaved(keyOf(line))}
            />
          ))}
        </tbody>
      </table>
      <CodeLegend />
    </section>
  );
}

function keyOf({ id }: SheetLine): string {
  return id || 'new';
}

/** Codes of the short lists, by their number on paper or else by letters. */
function CodeLegend(): VNode {
  return (
    <ul class="plain small soft not-printed">
      {sheetColumns.map(({ key, field }) => {
        const codes = field.type.is === 'code' ? field.type.list.codes : [];
        if (codes.length < 3 || codes.length > longestLegend) return null;
        return (
          <li key={key}>
            {say(field.label, language.value)}: {codes.map(wordCode).join(' · ')}
          </li>
        );
      })}
    </ul>
  );
}

const longestLegend = 12;

function wordCode({ label, printed }: CodeList['codes'][number]): string {
  const word = say(label, language.value);
  return printed === undefined ? word : `${printed} ${word}`;
}

/** Enter goes to the line below, the arrows to the line above or below: always into the same column. */
function moveByKeys(event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.column === undefined) return;
  const step = stepOf(event);
  if (step === 0) return;
  event.preventDefault();
  const line = Number(cell.closest('tr')?.dataset.line ?? 0) + step;
  const next = cellAt(event.currentTarget, line, cell.dataset.column);
  if (next !== null) next.focus();
  else if (event.key === 'Enter') {
    // Below the last line is the next new one: it is left, and begun again.
    cell.blur();
    cellAt(event.currentTarget, line - 1, '0')?.focus();
  }
}

function stepOf({ key, isComposing }: KeyboardEvent): number {
  if (isComposing) return 0;
  if (key === 'Enter' || key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

function cellAt(table: HTMLTableElement, line: number, column: string): HTMLElement | null {
  return table.querySelector<HTMLElement>(`tr[data-line="${line}"] [data-column="${column}"]`);
}
