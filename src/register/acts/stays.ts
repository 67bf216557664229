import { closingState, dayState } from '../../domain/book/timeline.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';
import type { ActProblem } from './act.ts';
import { problem } from './problem.ts';

/* Who lived in a household on a day and since: an act that is written weeks late takes them as they lived then. */

/** Somebody who goes along with a household, and from which days on: the day itself, and each coming there after it. */
export interface Stay {
  readonly person: Held;
  /** Civil dates. */
  readonly from: readonly string[];
  /** Lives there today. */
  readonly isHere: boolean;
}

export function stayIn(folk: Folk, person: Held, household: string, date: string): Stay {
  const timeline = folk.book.timeline(person);
  const { unopened, opening, steps } = timeline;
  const isThere = (state: Fields) => state.household === household && state.status === 'active';
  const comings = steps.flatMap(({ at, state }, index) => {
    const isFirst = index === 0 && unopened !== undefined && at.date <= unopened.until;
    const wasThere = !isFirst && isThere(steps[index - 1]?.state ?? opening);
    return isThere(state) && !wasThere ? [at.date] : [];
  });
  const born = unopened !== undefined && isThere(opening) ? [unopened.until] : [];
  const since = [...new Set([...born, ...comings])].filter((day) => day > date).sort();
  const from = isThere(dayState(timeline, date)) ? [date, ...since] : since;
  return { person, from, isHere: isThere(closingState(timeline)) };
}

/** Everybody of a household on that day or since, those who are gone by now too. */
export function staysIn(folk: Folk, household: string, date: string): readonly Stay[] {
  const stays = folk.everMembers(household).map((person) => stayIn(folk, person, household, date));
  return stays.filter(({ from }) => from.length > 0);
}

/** What is odd about the day: nobody of them lived there then; some came later; some are gone by now. */
export function stayProblems(stays: readonly Stay[], date: string): readonly ActProblem[] {
  const [first] = stays.flatMap(({ from }) => from).sort();
  if (first !== undefined && first > date) return [problem('nobody_then', undefined, nobodyThen(formatDate(first)))];
  const later = stays.filter(({ from }) => from[0] !== date);
  const gone = stays.filter(({ from, isHere }) => from[0] === date && !isHere);
  return [
    ...(later.length === 0 ? [] : [problem('came_later', later[0]?.person.id, cameLater(namesOf(later)))]),
    ...(gone.length === 0 ? [] : [problem('gone_since', gone[0]?.person.id, goneSince(namesOf(gone)))]),
  ];
}

const nobodyThen = (first: string): Words => ({
  vi: `Ngày đó chưa có ai trong số này ở hộ. Nhập ngày từ ${first} trở đi`,
  en: `None of them lived in the household on that day. Enter a day from ${first} on`,
});

const cameLater = (names: string): Words => ({
  vi: `${names} sinh hoặc đến hộ sau ngày này: tính chuyển từ ngày sinh, ngày đến. Đúng không?`,
  en: `${names} came, or was born, after that day and moves from then on. Is that right?`,
});

const goneSince = (names: string): Words => ({
  vi: `Ngày đó ${names} còn ở hộ, nay đã mất hoặc đã đi: ghi là cũng chuyển ngày đó. Đúng không?`,
  en: `${names} lived there on that day and is gone by now: they moved along. Is that right?`,
});

function namesOf(stays: readonly Stay[]): string {
  return stays.map(({ person }) => textOf(person.fields, 'fullName')).join(', ');
}
