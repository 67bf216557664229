import type { VNode } from 'preact';
import type { Period } from '../../domain/calendar/period.ts';
import { reportWords } from '../../ui/words/report-words.ts';
import type { Who } from '../../workers/api/phone-api.ts';

interface LeftNoteProps {
  readonly who: Who;
  readonly period: Pick<Period, 'last'>;
}

/** A period at whose end the commune had villages that are another's now: this phone cannot count them any more. */
export function LeftNote({ who, period }: LeftNoteProps): VNode | null {
  const left = who.left.filter(({ until }) => until >= period.last);
  if (left.length === 0) return null;
  return <p class="box box-ask">{reportWords.value.left(left.map(({ name }) => name).join(', '))}</p>;
}
