import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Question } from '../../../domain/form/form.ts';
import { say } from '../../../domain/words.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language } from '../../../ui/language.ts';
import { LikenessBox } from '../../../ui/lives/likeness-box.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { PaperCell } from './cell/paper-cell.tsx';
import { type CellSetting, completeCell, hintOf } from './cell/read-cell.ts';
import { cellSetting, type RowJudgement, type RowPlace } from './judge-row.ts';
import { eventCell, householdCell, questionsOfRow, type RowFault } from './row-form.ts';
import type { PaperRow } from './sheet-draft.ts';
import { completeRow, placeOfRow, type Typing } from './typed-row.ts';
import type { ChangeRow } from './use-paper-table.ts';

/** Id of a cell's control. */
export function cellId(row: string, cell: string): string {
  return `p0-${row}-${cell}`;
}

interface PaperLineProps {
  readonly place: number;
  readonly row: PaperRow;
  readonly typing: Typing;
  readonly revision: number;
  readonly judgement: RowJudgement | undefined;
  readonly onChange: (change: ChangeRow) => void;
  /** The focus went to another row. */
  readonly onLeave: () => void;
}

/** One row of a table: the household's number, then what its form asks; below it what may be typed and what is wrong. */
export function PaperLine(props: PaperLineProps): VNode {
  const { row, typing } = props;
  const [focused, setFocused] = useState('');
  const where = useLatest(
    () => placeOfRow(typing, row),
    `${row.household} ${row.cells[eventCell] ?? ''}`,
    props.revision,
  );
  useLateCompletion(props, where, focused);
  const settingOf = (question: Question): CellSetting => cellSetting(question, where, typing.sheet.month);
  const today = where?.context.today ?? '';
  const questions = questionsOfRow(typing.table, row, settingOf, today);
  const copy = eventWords.value.paper;
  const faults = props.judgement?.faults ?? [];
  const isWrong = (cell: string): boolean => faults.some((fault) => fault.cell === cell);
  const put = (cell: string, typed: string): void =>
    props.onChange((before) => ({ ...before, cells: { ...before.cells, [cell]: typed } }));
  const leave = (event: FocusEvent): void => {
    const line = event.currentTarget;
    if (!(line instanceof Node && event.relatedTarget instanceof Node && line.contains(event.relatedTarget))) {
      setFocused('');
      props.onLeave();
    }
  };
  const said = `p0-${row.id}-said`;
  const shared = { isSaved: row.saved !== '', describedBy: said };
  return (
    <fieldset class={faults.length > 0 ? 'p0-line field-wrong' : 'p0-line'} onFocusOut={leave}>
      <legend>{copy.row(props.place)}</legend>
      <div class="p0-cells">
        <PaperCell
          {...shared}
          id={cellId(row.id, householdCell)}
          label={copy.household}
          value={row.household}
          isWrong={isWrong(householdCell)}
          width="number"
          onValue={(household) => props.onChange((before) => ({ ...before, household }))}
          onFocus={() => setFocused(householdCell)}
          onLeave={() => undefined}
        />
        {questions.map((question) => {
          const { key } = question.field;
          const typed = row.cells[key] ?? '';
          const complete = (): void => {
            props.onChange((before) => {
              const cell = before.cells[key] ?? '';
              const full = completeCell(question, cell, settingOf(question));
              return full === cell ? before : { ...before, cells: { ...before.cells, [key]: full } };
            });
          };
          return (
            <PaperCell
              key={key}
              {...shared}
              id={cellId(row.id, key)}
              label={say(question.field.label, language.value)}
              value={typed}
              {...(isShort(question) && { width: 'short' })}
              isWrong={isWrong(key)}
              onValue={(value) => put(key, value)}
              onFocus={() => setFocused(key)}
              onLeave={complete}
            />
          );
        })}
      </div>
      <div id={said} class="p0-said small" aria-live="polite">
        <Said
          row={row}
          faults={faults}
          likenesses={props.judgement?.likenesses ?? []}
          hint={hintFor(questions, settingOf, where, focused)}
        />
      </div>
    </fieldset>
  );
}

/** What was typed before the household was known is written out once it is; not under the fingers. */
function useLateCompletion(
  { row, typing, onChange }: PaperLineProps,
  where: RowPlace | undefined,
  focused: string,
): void {
  useEffect(() => {
    if (where === undefined) return;
    onChange((now) => {
      if (now.saved !== '' || now.household !== row.household) return now;
      const full = completeRow(typing, now, where);
      const kept = now.cells[focused];
      const cells = kept === undefined ? full.cells : { ...full.cells, [focused]: kept };
      return Object.entries(cells).some(([key, cell]) => cell !== now.cells[key]) ? { ...now, cells } : now;
    });
  }, [where]);
}

/** A date, a number, a yes or no: less wide than a name. */
function isShort({ field }: Question): boolean {
  return field.type.is === 'date' || field.type.is === 'integer' || field.type.is === 'boolean';
}

interface SaidProps {
  readonly row: PaperRow;
  readonly faults: readonly RowFault[];
  readonly likenesses: RowJudgement['likenesses'];
  readonly hint: string;
}

function Said({ row, faults, likenesses, hint }: SaidProps): VNode {
  if (row.saved !== '')
    return <StateMark word={{ tone: 'phone', icon: 'phone', text: eventWords.value.paper.lineSaved }} />;
  return (
    <>
      {hint !== '' && <p class="soft">{hint}</p>}
      {faults.map(({ cell, text }) => (
        <p key={cell + text} class="p0-fault">
          {text}
        </p>
      ))}
      {likenesses.length > 0 && <LikenessBox likenesses={likenesses} />}
    </>
  );
}

/** Whose household it is, or what may be typed where the focus stands. */
function hintFor(
  questions: readonly Question[],
  settingOf: (question: Question) => CellSetting,
  where: RowPlace | undefined,
  focused: string,
): string {
  if (focused === householdCell) return where?.household.people.map(({ name }) => name).join(' · ') ?? '';
  const question = questions.find(({ field }) => field.key === focused);
  return question === undefined ? '' : hintOf(question, settingOf(question));
}
