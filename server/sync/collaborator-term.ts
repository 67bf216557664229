import { civilDay, dayBefore } from '../../src/domain/calendar/civil-date.ts';
import { recordIdOf } from '../../src/formats/interchange/record-id.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import { isAlive, seenOf, shown } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { readState } from '../figures/state-codec.ts';
import type { Hub } from '../hub.ts';
import { writeAsHub } from './founding/write-as-hub.ts';

/** Whose phone was activated, and for which villages. */
export interface ActivatedCollaborator {
  readonly book: string;
  readonly userName: string;
  readonly places: readonly string[];
}

/**
 * Collaborators are counted in the report (indicators.md, `ctv_count`), on phones without a network too: so a term is a
 * record of the book. It begins on the day of the first activation; another phone of the same person begins none.
 */
export async function noteCollaborator(hub: Hub, { book, userName, places }: ActivatedCollaborator): Promise<void> {
  const id = recordIdOf(book, 'collaborators', `${userName}\n${places.join('\n')}`);
  // Villages that were handed to her brought her a term before she had a phone.
  const isHers = (term: RecordState) => isOf(userName)(term) && places.every((place) => keptIn(term).includes(place));
  await writeAsHub(hub, book, async () =>
    (await isKnown(hub, book, id)) || (await openTerms(hub, book)).some(isHers)
      ? []
      : begun(userName, places, civilDay(hub.now())).map((draft) => ({ ...draft, id })),
  );
}

/** The record stands in the first of her villages. */
function begun(userName: string, places: readonly string[], since: string): readonly OpDraft[] {
  const [place] = places;
  return place === undefined
    ? []
    : [{ kind: 'collaborator', place, put: { fullName: userName, since, ...villagesOf(places) } }];
}

function villagesOf(places: readonly string[]): { readonly villages?: string } {
  return places.length > 1 ? { villages: places.join(' ') } : {};
}

/** Villages that went from one person to another, and what the first is left with. */
interface HandedTerm {
  readonly book: string;
  /** When they went. */
  readonly at: number;
  readonly places: readonly string[];
  readonly giver: { readonly userName: string; readonly left: readonly string[] };
  /** Absent: nobody has them yet. */
  readonly taker: { readonly userName: string } | undefined;
}

/**
 * Her term in these villages ends the day before, and the other's begins or grows: each person is counted once in the
 * commune, however many villages are hers. Nothing more is written when it is said again.
 */
export async function handTerm(hub: Hub, { book, at, places, giver, taker }: HandedTerm): Promise<void> {
  await writeAsHub(hub, book, async () => {
    const open = await openTerms(hub, book);
    const today = civilDay(at);
    const isHanded = (term: RecordState) =>
      keptIn(term).some((place) => places.includes(place)) && String(shown(term, 'since') ?? '') <= today;
    const ending = open.filter((term) => isOf(giver.userName)(term) && isHanded(term));
    const others = open.filter((term) => !ending.includes(term));
    const goesOn = ending.length > 0 && !others.some(isOf(giver.userName));
    return [
      ...ending.map((term) => edit(term, { until: dayBefore(today) })),
      ...(goesOn ? begun(giver.userName, giver.left, today) : []),
      ...(taker === undefined ? [] : taken(taker.userName, places, others, today)),
    ];
  });
}

/** A village left the commune: who kept it keeps only the others here, or none. */
export async function endTerms(
  hub: Hub,
  book: string,
  { village, date }: { readonly village: string; readonly date: string },
): Promise<void> {
  await writeAsHub(hub, book, async () => {
    const ending = (await openTerms(hub, book)).filter((term) => keptIn(term).includes(village));
    return ending.flatMap((term) => {
      const left = keptIn(term).filter((place) => place !== village);
      return [edit(term, { until: dayBefore(date) }), ...begun(String(shown(term, 'fullName') ?? ''), left, date)];
    });
  });
}

/** Whoever is in office already keeps more villages from now on. */
function taken(userName: string, places: readonly string[], open: readonly RecordState[], today: string) {
  const own = open.find(isOf(userName));
  if (own === undefined) return begun(userName, places, today);
  const kept = [...new Set([...keptIn(own), ...places])];
  return kept.length === keptIn(own).length ? [] : [edit(own, { villages: kept.join(' ') })];
}

function isOf(userName: string): (term: RecordState) => boolean {
  return (term) => shown(term, 'fullName') === userName;
}

/** Villages of a term. */
function keptIn(term: RecordState): readonly string[] {
  const villages = shown(term, 'villages');
  return typeof villages === 'string' ? villages.split(' ') : [String(term.place.value)];
}

function edit(term: RecordState, put: Readonly<Record<string, string>>): OpDraft {
  const { kind, id, place } = term;
  return { kind, id, place: String(place.value), put, seen: seenOf(term, Object.keys(put)) };
}

async function openTerms(hub: Hub, book: string): Promise<readonly RecordState[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', 'collaborator').execute(),
  );
  const terms = rows.map(({ state }) => readState(state));
  return terms.filter((term) => isAlive(term) && shown(term, 'until') === undefined);
}

async function isKnown(hub: Hub, book: string, id: string): Promise<boolean> {
  const scope = await hub.wholeBook(book);
  const row = await hub.database.transaction(scope, (tx) =>
    tx.selectFrom('record').select('id').where('book', '=', book).where('id', '=', id).executeTakeFirst(),
  );
  return row !== undefined;
}
