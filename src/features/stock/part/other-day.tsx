import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../../domain/value.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { LineSave } from './use-line.ts';
import { stockWords } from './words.ts';

interface OtherDayProps {
  readonly line: LineSave;
  readonly date: Value | undefined;
  readonly onDate: (date: Value | undefined) => void;
}

/** What was done today needs no date; what is told late belongs to its own day, and month. */
export function OtherDay({ line, date, onDate }: OtherDayProps): VNode {
  const [isOpen, setOpen] = useState(false);
  const copy = stockWords.value;
  if (!isOpen)
    return (
      <div>
        <Button label={copy.otherDay} isQuiet onPress={() => setOpen(true)} />
      </div>
    );
  return (
    <DateField
      id="date"
      label={copy.date}
      {...line.at('date')}
      answer={date}
      isPartial={false}
      today={civilToday()}
      onAnswer={onDate}
    />
  );
}

/** A whole civil date. */
export function isDay(date: Value | undefined): date is string {
  return typeof date === 'string' && date.length === 10;
}
