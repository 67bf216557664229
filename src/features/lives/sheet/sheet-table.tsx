import type { VNode } from 'preact';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import type { Screen } from '../../screen.ts';
import { cardHeading } from './cell/card-cell.tsx';
import { moveByKeys } from './cell/move-by-keys.ts';
import type { SheetLine } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';
import { sheetColumns } from './sheet-columns.ts';
import { SheetRow } from './sheet-line.tsx';

interface SheetTableProps {
  readonly screen: Screen;
  readonly household: string;
  readonly lines: readonly SheetLine[];
  /** Lines of the sheets before this one. */
  readonly before: number;
  /** By person, once the column of card numbers was opened. */
  readonly cards: ReadonlyMap<string, SheetLine> | undefined;
  /** The line that was left last: that it is saved is said once on the page, there. */
  readonly lastSaved: string;
  readonly onSaved: (line: string) => void;
}

/** Mục I of one sheet: one line a person, and on the last sheet one below them for somebody new. */
export function SheetTable(props: SheetTableProps): VNode {
  const { screen, household, lines, before, cards, lastSaved, onSaved } = props;
  const copy = paperWords.value;
  return (
    <section class="sheet-part">
      <h2>{copy.partOne}</h2>
      <table class="sheet-table" onKeyDown={moveByKeys}>
        <thead>
          <tr>
            <th scope="col">{copy.order}</th>
            <th scope="col" class="sheet-card">
              {cardHeading()}
            </th>
            {sheetColumns.map(({ key, field }) => (
              <th key={key} scope="col" class={`sheet-${key}`}>
                {say(field.label, language.value)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <SheetRow
              key={keyOf(line)}
              screen={screen}
              household={household}
              line={line}
              card={line.id === '' ? line : cards?.get(line.id)}
              place={before + index + 1}
              isLastSaved={lastSaved === keyOf(line)}
              onSaved={() => onSaved(keyOf(line))}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function keyOf({ id }: SheetLine): string {
  return id || 'new';
}

/** Codes of the short lists, by their number on paper or else by letters. */
export function CodeLegend(): VNode {
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
