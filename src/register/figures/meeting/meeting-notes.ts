import { targetLines } from '../../../catalogue/meeting/targets.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import type { MeetingNotes, TargetValue } from './answers.ts';

/** The record of a month's meeting; of two that were begun apart, the same one on every device. */
export function meetingOf({ book }: Folk, month: string): Held | undefined {
  return first([...book.all('meeting')].filter(({ fields }) => fields.month === month));
}

export function meetingNotes(folk: Folk, month: string): MeetingNotes {
  const fields = meetingOf(folk, month)?.fields ?? {};
  const attended = textOf(fields, 'attended').split(' ').filter(Boolean);
  return { day: textOf(fields, 'day'), attended, tasks: textOf(fields, 'tasks') };
}

/** Targets of a year, in the order in which they are given. */
export function targetValues(folk: Folk, year: number): readonly TargetValue[] {
  return targetLines.map(({ indicator }) => {
    const hundredths = targetOf(folk, year, indicator)?.fields.hundredths;
    return { indicator, value: typeof hundredths === 'number' ? hundredths / 100 : null };
  });
}

export function targetOf({ book }: Folk, year: number, indicator: string): Held | undefined {
  return first([...book.all('target')].filter(({ fields }) => fields.year === year && fields.indicator === indicator));
}

function first(records: readonly Held[]): Held | undefined {
  return [...records].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}
