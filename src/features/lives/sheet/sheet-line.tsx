import type { VNode } from 'preact';
import { isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { Button } from '../../../ui/button.tsx';
import { language, words } from '../../../ui/language.ts';
import { LikenessBox } from '../../../ui/lives/likeness-box.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import { wordAge } from '../../../ui/words/word-age.ts';
import type { Screen } from '../../screen.ts';
import { CardCell } from './cell/card-cell.tsx';
import { saidIn, shownValue } from './cell/script.ts';
import { SheetCell } from './cell/sheet-cell.tsx';
import type { SheetLine } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';
import { questionOf, type SheetColumn, sheetColumns } from './sheet-columns.ts';
import { type TypedLine, useSheetLine } from './use-sheet-line.ts';

interface SheetRowProps {
  readonly screen: Screen;
  readonly household: string;
  readonly line: SheetLine;
  /** The same person's card; `undefined` while the column is closed. The new line asks it with the rest. */
  readonly card: SheetLine | undefined;
  /** Its number on the sheet. */
  readonly place: number;
  readonly isLastSaved: boolean;
  readonly onSaved: () => void;
}

/** One line of Mục I. It is saved when the focus leaves it; who left or died is ruled through. */
export function SheetRow({ screen, household, line, card, place, isLastSaved, onSaved }: SheetRowProps): VNode {
  const turn = useSheetLine(screen, household, line, onSaved);
  const isNew = line.id === '';
  const apart = { ...(card === undefined || isNew ? { ...line, form: undefined } : card), begun: undefined };
  const own = useSheetLine(screen, household, apart, onSaved);
  const cardTurn = isNew ? turn : own;
  const leave = (event: FocusEvent & { readonly currentTarget: HTMLTableRowElement }): void => {
    const next = event.relatedTarget;
    if (!(next instanceof Node) || !event.currentTarget.contains(next)) {
      turn.leave();
      own.leave();
    }
  };
  return (
    <>
      <tr class={line.isGone ? 'gone' : undefined} data-line={place} onFocusOut={leave}>
        <th scope="row" class="sheet-order">
          {line.id === '' ? <span class="seen-by-ear">{paperWords.value.newRow}</span> : place}
        </th>
        <td class="sheet-card">
          <CardCell line={card} turn={cardTurn} place={place} />
        </td>
        {sheetColumns.map((column, index) => (
          <td key={column.key}>
            <Cell turn={turn} line={line} column={column} index={index} place={place} />
          </td>
        ))}
      </tr>
      {(turn.state.is !== 'saved' || isLastSaved) && <Aftermath turn={turn} />}
      {(own.state.is !== 'saved' || isLastSaved) && <Aftermath turn={own} />}
    </>
  );
}

interface CellProps {
  readonly turn: TypedLine;
  readonly line: SheetLine;
  readonly column: SheetColumn;
  readonly index: number;
  readonly place: number;
}

function Cell({ turn, line, column, index, place }: CellProps): VNode {
  const field = questionOf(line.form, column.key);
  if (field === undefined) return <span>{saidIn(line, column)}</span>;
  const { state } = turn;
  const value = shownValue(turn.answers[column.key], line, column.key);
  const cell = (
    <SheetCell
      field={field}
      label={`${say(column.field.label, language.value)}, ${paperWords.value.lineOf(place)}`}
      column={index}
      value={value}
      isWrong={state.is === 'wrong' && state.faults.some((fault) => fault.field === column.key)}
      onValue={(typed) => turn.put(column.key, typed)}
    />
  );
  return column.key === 'birthDate' ? <Born birthDate={value}>{cell}</Born> : cell;
}

interface BornProps {
  readonly birthDate: Value | undefined;
  readonly children: VNode;
}

/** A birth date with the age under it, at once as it is typed. The paper has no such column. */
function Born({ birthDate, children }: BornProps): VNode {
  const isRead = typeof birthDate === 'string' && isPartialDate(birthDate);
  return (
    <div class="sheet-born">
      {children}
      <span class="sheet-age soft not-printed" aria-live="polite">
        {isRead ? wordAge(birthDate, civilToday(), words.value) : ''}
      </span>
    </div>
  );
}

/** Under the line: that it is saved, what must be mended, or what is asked. */
function Aftermath({ turn }: { readonly turn: TypedLine }): VNode | null {
  const { state } = turn;
  if (state.is === 'still') return null;
  return (
    <tr class="sheet-aftermath not-printed">
      <td />
      <td colSpan={sheetColumns.length + 1}>
        <div role={state.is === 'wrong' ? 'alert' : 'status'}>
          <AftermathWords turn={turn} />
        </div>
      </td>
    </tr>
  );
}

function AftermathWords({ turn }: { readonly turn: TypedLine }): VNode | null {
  const { state } = turn;
  const copy = paperWords.value;
  if (state.is === 'saving') return <span class="soft">{copy.saving}</span>;
  if (state.is === 'saved') return <StateMark word={{ tone: 'phone', icon: 'phone', text: copy.saved }} />;
  if (state.is === 'wrong') {
    const text = `${copy.rowWrong}: ${state.faults.map((fault) => fault.text).join('. ')}`;
    return <StateMark word={{ tone: 'back', icon: 'mend', text }} />;
  }
  if (state.is !== 'asks') return null;
  return (
    <>
      <LikenessBox likenesses={state.likenesses} />
      {state.doubts.map(({ check, message }) => (
        <p key={check}>{say(message, language.value)}</p>
      ))}
      <div class="row-of-buttons">
        <Button label={state.likenesses.length > 0 ? copy.newPerson : words.value.form.askYes} onPress={turn.confirm} />
        <Button label={copy.forget} isQuiet onPress={turn.forget} />
      </div>
    </>
  );
}
