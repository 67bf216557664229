import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import type { Screen } from '../../screen.ts';
import type { OpenedSheet } from './open-sheet.ts';
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
  const all = newLine.form === undefined ? lines : [...lines, newLine];
  return (
    <section class="sheet-part">
      <h2>{copy.partOne}</h2>
      <p class="small soft not-printed">{copy.keys}</p>
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
              key={line.id || `new ${lines.length}`}
              screen={screen}
              household={household.id}
              line={line}
              place={index + 1}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Enter goes to the line below, the arrows to the line above or below: always into the same column. */
function moveByKeys(event: KeyboardEvent & { readonly currentTarget: HTMLTableElement }): void {
  const cell = event.target;
  if (!(cell instanceof HTMLElement) || cell.dataset.column === undefined) return;
  const step = stepOf(event, cell);
  if (step === 0) return;
  event.preventDefault();
  const line = Number(cell.closest('tr')?.dataset.line ?? 0) + step;
  const next = cellAt(event.currentTarget, line, cell.dataset.column);
  // From the last line there is no lower one: leaving it saves it.
  if (next === null) cell.blur();
  else next.focus();
}

/** An arrow in a list of codes chooses a code. */
function stepOf({ key, isComposing }: KeyboardEvent, cell: HTMLElement): number {
  if (isComposing) return 0;
  if (key === 'Enter') return 1;
  if (cell instanceof HTMLSelectElement) return 0;
  if (key === 'ArrowDown') return 1;
  return key === 'ArrowUp' ? -1 : 0;
}

function cellAt(table: HTMLTableElement, line: number, column: string): HTMLElement | null {
  return table.querySelector<HTMLElement>(`tr[data-line="${line}"] [data-column="${column}"]`);
}
