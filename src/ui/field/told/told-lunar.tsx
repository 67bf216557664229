import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { Button } from '../../button.tsx';
import { eventWords } from '../../words/event-words.ts';
import type { ToldProps } from './told-date.tsx';
import { type LunarParts, readLunar, saidLunar } from './told-year.ts';

const blank: LunarParts = { day: '', month: '', year: '', isLeap: false };

/** Kept as it was told, and turned into the solar date by the calendar of its time. */
export function ToldLunar({ id, said, onTell }: ToldProps): VNode {
  const [parts, setParts] = useState(blank);
  const words = eventWords.value.field;
  const put = (change: Partial<LunarParts>): void => {
    const next = { ...parts, ...change };
    setParts(next);
    const read = readLunar(next);
    if (read.is === 'one') onTell(read.date, saidLunar(next));
    // What was turned into a date before is none any more: it must not stand beside what is told now.
    else if (read.is !== 'blank' || said !== '') onTell(undefined, '');
  };
  const box = (part: 'day' | 'month' | 'year', label: string): VNode => (
    <div class={part === 'year' ? 'date-box date-box-year' : 'date-box'}>
      <label for={`${id}-lunar-${part}`}>{label}</label>
      <input
        id={`${id}-lunar-${part}`}
        class="input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={part === 'year' ? 4 : 2}
        value={parts[part]}
        onInput={(event) => put({ [part]: event.currentTarget.value })}
      />
    </div>
  );
  return (
    <>
      <div class="date-boxes">
        {box('day', words.lunarDay)}
        {box('month', words.lunarMonth)}
        {box('year', words.lunarYear)}
      </div>
      <label class="choice">
        <input
          type="checkbox"
          checked={parts.isLeap}
          onChange={(event) => put({ isLeap: event.currentTarget.checked })}
        />
        <span>{words.isLeap}</span>
      </label>
      <LunarAnswer parts={parts} onTell={onTell} />
    </>
  );
}

function LunarAnswer({ parts, onTell }: Pick<ToldProps, 'onTell'> & { readonly parts: LunarParts }): VNode {
  const words = eventWords.value.field;
  const read = readLunar(parts);
  const pick = (date: string, label: string): VNode => (
    <Button label={label} onPress={() => onTell(date, saidLunar(parts))} />
  );
  return (
    <div aria-live="polite">
      {read.is === 'none' && <p class="field-hint">{words.noLunar}</p>}
      {read.is === 'one' && <p class="field-hint">{words.lunarIs(formatDate(read.date))}</p>}
      {read.is === 'two' && (
        <>
          <p class="field-hint">{words.lunarTwo}</p>
          <div class="row-of-buttons">
            {pick(read.north, words.lunarNorth(formatDate(read.north)))}
            {pick(read.south, words.lunarSouth(formatDate(read.south)))}
          </div>
        </>
      )}
    </div>
  );
}
