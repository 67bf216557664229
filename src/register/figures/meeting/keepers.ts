import { slipRows } from '../../../catalogue/paper/slip-rows.ts';
import type { Days } from '../../../domain/calendar/period.ts';
import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import { compareWriting } from '../../../sync/stamp.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import type { Register } from '../../register.ts';
import type { SlipKeeper, SlipState } from './answers.ts';

/** Whose device asks: a collaborator keeps what is on it, an officer looks at everybody. */
export interface SlipReader {
  readonly role: string;
  readonly userName: string;
  /** Unit ids of this device. */
  readonly places: readonly string[];
  readonly nameOf: (user: string) => string | undefined;
}

type Book = Pick<Register, 'folk' | 'casesOf'>;

/** Who hands in a slip for this month, in the order of the villages; of a village that nobody keeps, who enters it is not known. */
export function slipKeepers({ folk, casesOf }: Book, month: string, reader: SlipReader): readonly SlipKeeper[] {
  const days = daysOfMonth(month);
  return keepersIn(folk, days, reader).map(({ names, places }) => {
    const count = ({ rule }: (typeof slipRows)[number]) =>
      places.reduce((sum, place) => sum + casesOf(rule, days, place).length, 0);
    return {
      id: places.join('+'),
      name: names.join(', '),
      places: places.map((id) => ({ id, name: folk.places.name(id) })),
      linesNow: slipRows.reduce((sum, table) => sum + count(table), 0),
      ...slipStanding(folk, month, places, reader.nameOf),
    };
  });
}

/** Of how many keepers the slip of a month is not in, or went back; of how many it is. */
export function countSlips(
  folk: Folk,
  month: string,
  reader: SlipReader,
): { readonly out: number; readonly in: number } {
  const kept = keepersIn(folk, daysOfMonth(month), reader);
  const out = kept.filter(({ places }) => {
    const { is } = slipStanding(folk, month, places, reader.nameOf);
    return is === 'open' || is === 'returned';
  });
  return { out: out.length, in: kept.length - out.length };
}

/** Villages of a keeper's id, those of this device. */
export function placesOf(keeper: string, reader: Pick<SlipReader, 'places'>): readonly string[] {
  return keeper.split('+').filter((id) => reader.places.includes(id));
}

interface KeptTogether {
  readonly names: readonly string[];
  readonly places: readonly string[];
}

/** Who keeps which of this reader's villages in these days, in the order of the villages; a village that nobody keeps stands alone. */
export function keepersIn(folk: Folk, days: Days, reader: SlipReader): readonly KeptTogether[] {
  const order = folk.places
    .villages()
    .map(({ id }) => id)
    .filter((id) => reader.places.includes(id));
  if (reader.role === 'collaborator') return order.length === 0 ? [] : [{ names: [reader.userName], places: order }];
  const terms = [...folk.book.all('collaborator')].filter((term) => !isOver(term, days));
  const isAfter = ({ fields }: Held) => textOf(fields, 'since') > days.last;
  const inMonth = together(
    terms.filter((term) => !isAfter(term)),
    order,
  );
  // Of a village that had nobody in that month, whoever came since hands in what is left to hand in.
  const left = order.filter((id) => !keptBy(inMonth).has(id));
  const found = [...inMonth, ...together(terms.filter(isAfter), left)];
  const orphans = order.filter((id) => !keptBy(found).has(id)).map((id) => ({ names: [], places: [id] }));
  const first = ({ places: [place = ''] }: KeptTogether) => order.indexOf(place);
  return [...found, ...orphans].sort((a, b) => first(a) - first(b) || a.places.length - b.places.length);
}

/** Terms over the same of these villages are one slip. */
function together(terms: readonly Held[], order: readonly string[]): readonly KeptTogether[] {
  const groups = new Map<string, { readonly names: string[]; readonly places: readonly string[] }>();
  for (const { place, fields } of terms) {
    const kept = [place, ...textOf(fields, 'villages').split(' ')];
    const places = order.filter((id) => kept.includes(id));
    const known = groups.get(places.join('+')) ?? { names: [], places };
    groups.set(places.join('+'), known);
    const name = textOf(fields, 'fullName');
    if (!known.names.includes(name)) known.names.push(name);
  }
  groups.delete('');
  return [...groups.values()];
}

function keptBy(groups: readonly KeptTogether[]): ReadonlySet<string> {
  return new Set(groups.flatMap(({ places }) => places));
}

/** Her term ended before the month began. */
function isOver({ fields }: Held, { first }: Days): boolean {
  const until = textOf(fields, 'until');
  return until !== '' && until < first;
}

/** How a slip stands by the last that was written of it: handed in, accepted, returned. */
function slipStanding(
  folk: Folk,
  month: string,
  places: readonly string[],
  nameOf: (user: string) => string | undefined,
): SlipState {
  const handed = lastOf(folk, 'slip_handed', ({ place, fields }) => places.includes(place) && fields.month === month);
  if (handed === undefined) return { is: 'open' };
  const told = {
    slip: handed.id,
    handedOn: textOf(handed.fields, 'date'),
    handedBy: nameOf(handed.author) ?? '',
    onPaper: handed.fields.onPaper === true,
    lines: Number(handed.fields.lines ?? 0),
  };
  const answer = lastOf(folk, 'slip_answer', ({ fields }) => fields.slip === handed.id);
  if (answer === undefined) return { is: 'handed', ...told };
  const is = answer.fields.verdict === 'accepted' ? 'accepted' : 'returned';
  const { fields } = answer;
  return { is, ...told, answeredOn: textOf(fields, 'date'), reason: textOf(fields, 'reason') };
}

function lastOf({ book }: Folk, kind: string, fits: (fact: Held) => boolean): Held | undefined {
  let last: Held | undefined;
  for (const fact of book.all(kind))
    if (fits(fact) && (last === undefined || compareWriting(fact, last) > 0)) last = fact;
  return last;
}
