import type { VNode } from 'preact';
import type { Value } from '../../domain/value.ts';
import { DateField } from '../../ui/field/date-field.tsx';
import { civilToday } from '../../ui/words/today.ts';
import type { useAct } from './use-act.ts';

interface ActDateProps {
  readonly act: Pick<ReturnType<typeof useAct>, 'at'>;
  readonly label: string;
  readonly date: Value | undefined;
  readonly onDate: (date: Value | undefined) => void;
}

/** The day on which an act was done. */
export function ActDate({ act, label, date, onDate }: ActDateProps): VNode {
  return (
    <DateField
      id="date"
      label={label}
      {...act.at('date')}
      answer={date}
      isPartial={false}
      today={civilToday()}
      onAnswer={(answer) => onDate(answer)}
    />
  );
}
