import type { SearchRow } from '../../register/answers.ts';
import type { Choice } from '../../ui/field/choice-rows.tsx';
import type { Seeker } from '../../ui/field/record-picker.tsx';
import { words } from '../../ui/language.ts';
import { describeRow } from '../../ui/lives/describe-row.ts';
import type { Screen } from '../screen.ts';

/** A search answers with people and households; so many rows hold enough of either. */
const searched = 40;

type Phone = Pick<Screen['phone'], 'search' | 'household' | 'person'>;

interface Seeking {
  readonly phone: Phone;
  readonly who: Pick<Screen['who'], 'role'>;
}

/** Finds people and households of the whole book for a form, as the search box does. */
export function openSeeker({ phone, who }: Seeking): Seeker {
  const seen = new Map<string, Choice>();
  const remember = (choices: readonly Choice[]): readonly Choice[] => {
    for (const choice of choices) seen.set(choice.key, choice);
    return choices;
  };
  /** By its head, whoever of it was found: that may be somebody who is gone. */
  const householdOf = async (row: SearchRow): Promise<Choice> => {
    const found = await named(phone, row.household);
    const note = row.kind === 'person' && found?.label.endsWith(` ${row.name}`) === false ? `${row.name} · ` : '';
    return { key: row.household, label: found?.label ?? row.name, note: `${note}${row.villageName}` };
  };
  return {
    isOfVillages: who.role === 'collaborator',
    async seek({ kind, text, sex }, limit) {
      const { rows } = await phone.search(text, searched);
      const fits = (row: SearchRow): boolean =>
        row.kind === kind && (sex === undefined || row.sex === '' || row.sex === sex);
      if (kind !== 'household') return remember(rows.filter(fits).map(personOf).slice(0, limit));
      return remember(await Promise.all(householdsIn(rows).slice(0, limit).map(householdOf)));
    },
    nameOf: async (kind, id) => seen.get(id) ?? (kind === 'household' ? named(phone, id) : personNamed(phone, id)),
  };
}

function personOf(row: SearchRow): Choice {
  return { key: row.id, label: row.name, note: describeRow(row, words.value) };
}

/** Each household once, also where one of its people was found. */
function householdsIn(rows: readonly SearchRow[]): readonly SearchRow[] {
  const seen = new Set<string>();
  return rows.filter(({ household }) => household !== '' && !seen.has(household) && seen.add(household));
}

async function named(phone: Phone, id: string): Promise<Choice | undefined> {
  const page = await phone.household(id);
  if (page === undefined) return undefined;
  const head = page.people[0]?.name ?? '';
  return { key: id, label: `${words.value.household.household(page.number)} · ${head}`, note: page.villageName };
}

async function personNamed(phone: Phone, id: string): Promise<Choice | undefined> {
  const page = await phone.person(id);
  if (page === undefined) return undefined;
  const note = `${words.value.household.household(page.householdNumber)} · ${page.villageName}`;
  return { key: id, label: page.line.name, note };
}
