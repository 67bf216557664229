import type { VNode } from 'preact';
import { person } from '../../../../catalogue/records/person.ts';
import { say } from '../../../../domain/words.ts';
import { language } from '../../../../ui/language.ts';
import type { SheetLine } from '../open-sheet.ts';
import { paperWords } from '../paper-words.ts';
import { questionOf } from '../sheet-columns.ts';
import type { TypedLine } from '../use-sheet-line.ts';
import { cardField, isMasked } from './cards.ts';
import { SheetCell } from './sheet-cell.tsx';

interface CardCellProps {
  /** `undefined`: the column is closed, or this person's card stands in no form. */
  readonly line: SheetLine | undefined;
  readonly turn: TypedLine;
  readonly place: number;
}

/** Mã đối tượng: the number of the health insurance card. */
export function CardCell({ line, turn, place }: CardCellProps): VNode | null {
  const field = questionOf(line?.form, cardField);
  if (field === undefined) return null;
  const value = turn.answers[cardField];
  if (isMasked(line?.defaults[cardField])) return <span>{`••••••••${String(value).slice(-4)}`}</span>;
  const { state } = turn;
  return (
    <SheetCell
      field={field}
      label={`${cardHeading()}, ${paperWords.value.lineOf(place)}`}
      column="card"
      value={value}
      isWrong={state.is === 'wrong' && state.faults.some((fault) => fault.field === cardField)}
      onValue={(next) => turn.put(cardField, next)}
    />
  );
}

export function cardHeading(): string {
  const label = person.fields.find(({ key }) => key === cardField)?.label;
  return `${paperWords.value.cardColumn} (${label === undefined ? '' : say(label, language.value)})`;
}
