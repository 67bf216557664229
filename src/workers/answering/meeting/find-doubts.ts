import { catalogue } from '../../../catalogue/index.ts';
import { formNamed } from '../../../domain/catalogue.ts';
import type { Doubt } from '../../../register/figures/meeting/answers.ts';
import { placesOf } from '../../../register/figures/meeting/keepers.ts';
import { checkDoubts, lineDoubts } from '../../../register/figures/meeting/line-doubts.ts';
import { oddVillages } from '../../../register/figures/meeting/odd-villages.ts';
import { textOf } from '../../../register/held.ts';
import { makeRulebook } from '../../../sync/hub/rulebook.ts';
import { openDisagreements } from '../../../sync/records/merge.ts';
import type { Draft } from '../../api/phone-api.ts';
import type { BookSession } from '../book-session.ts';
import type { MeetingBench } from './meeting-desk.ts';
import { readerOf } from './slip-reader.ts';

/** Lines of one check at most: whoever has more goes to the list of checks. */
const mostLines = 500;

/** What is to be asked face to face, of one keeper's villages or of all: by village as on paper, then by kind. */
export async function findDoubts(bench: MeetingBench, month: string, keeper: string): Promise<readonly Doubt[]> {
  const { session } = bench;
  const { register } = session;
  const villages = register.folk.places.villages().map(({ id }) => id);
  const reader = readerOf(session);
  const places = keeper === '' ? placesOf(villages.join('+'), reader) : placesOf(keeper, reader);
  // One village is looked through alone; several together are one walk through the book.
  const [only = ''] = places;
  const { reviewInSlices } = await import('../review-in-slices.ts');
  const groups = await reviewInSlices(register, places.length === 1 ? only : '', mostLines);
  const found = [
    ...checkDoubts(register, month, places, groups),
    ...lineDoubts(register, month, places, (record) => isDisputed(session, record)),
    ...(await draftDoubts(session, places)),
    ...oddVillages(register, month, places),
  ];
  const order = ({ place }: Doubt) => villages.indexOf(place);
  return found.sort((a, b) => order(a) - order(b) || kinds.indexOf(a.is) - kinds.indexOf(b.is));
}

const kinds: readonly Doubt['is'][] = ['check', 'asked', 'disputed', 'date', 'waiting', 'draft', 'odd'];

const rules = makeRulebook(catalogue);

function isDisputed({ store }: BookSession, record: string): boolean {
  const state = record === '' ? undefined : store.shown(record);
  return state !== undefined && openDisagreements(state, (field) => rules.disagrees(state.kind, field)).length > 0;
}

/** Begun here and not finished, or handed on by a colleague. What a form of an own panel says, no list does. */
async function draftDoubts({ store, register }: BookSession, places: readonly string[]): Promise<readonly Doubt[]> {
  const { book, places: units } = register.folk;
  const here = (await store.drafts.all<Draft>()).map(({ id, form, household }) => ({ id, form, at: household }));
  return [...here, ...register.handedDrafts()].flatMap(({ id, form, at }): readonly Doubt[] => {
    const household = book.get(at);
    const place = household?.place ?? at;
    if (!places.includes(place)) return [];
    const definition = formNamed(catalogue, form);
    const isPrivate = definition?.shown === 'panel';
    return [
      {
        id: `draft ${id}`,
        is: 'draft',
        isOnSlip: false,
        isPrivate,
        list: 0,
        person: '',
        name: '',
        household: isPrivate ? '' : (household?.id ?? ''),
        householdNumber: isPrivate ? '' : textOf(household?.fields ?? {}, 'number'),
        place,
        villageName: units.name(place),
        ...(!isPrivate && definition && { why: definition.title }),
      },
    ];
  });
}
