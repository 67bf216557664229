import type { SearchRow } from '../../register/answers.ts';
import type { Choice } from '../../ui/field/choice-rows.tsx';
import type { Seeker } from '../../ui/field/record-picker.tsx';
import { words } from '../../ui/language.ts';
import { describeRow } from '../../ui/lives/describe-row.ts';
import type { PhoneApi } from '../../workers/api/phone-api.ts';

/** A search answers with people and households; so many rows hold enough of either. */
const searched = 40;

/** Finds people and households of the whole book for a form, as the search box does. */
export function openSeeker(phone: PhoneApi): Seeker {
  const seen = new Map<string, Choice>();
  const remember = (choices: readonly Choice[]): readonly Choice[] => {
    for (const choice of choices) seen.set(choice.key, choice);
    return choices;
  };
  return {
    async seek({ kind, text, sex }, limit) {
      const { rows } = await phone.search(text, searched);
      const fits = (row: SearchRow): boolean =>
        row.kind === kind && (sex === undefined || row.sex === '' || row.sex === sex);
      const choices = kind === 'household' ? householdsOf(rows) : rows.filter(fits).map(personOf);
      return remember(choices.slice(0, limit));
    },
    nameOf: async (kind, id) => seen.get(id) ?? (kind === 'household' ? named(phone, id) : personNamed(phone, id)),
  };
}

function personOf(row: SearchRow): Choice {
  return { key: row.id, label: row.name, note: describeRow(row, words.value) };
}

/** Each household once, also where one of its people was found. */
function householdsOf(rows: readonly SearchRow[]): readonly Choice[] {
  const first = new Map([...rows].reverse().map((row) => [row.household, row]));
  return [...new Set(rows.map((row) => row.household))].flatMap((id) => {
    const row = first.get(id);
    if (row === undefined) return [];
    const label = `${words.value.household.household(row.householdNumber)} · ${row.name}`;
    return [{ key: id, label, note: row.villageName }];
  });
}

async function named(phone: PhoneApi, id: string): Promise<Choice | undefined> {
  const page = await phone.household(id);
  if (page === undefined) return undefined;
  const head = page.people[0]?.name ?? '';
  return { key: id, label: `${words.value.household.household(page.number)} · ${head}`, note: page.villageName };
}

async function personNamed(phone: PhoneApi, id: string): Promise<Choice | undefined> {
  const page = await phone.person(id);
  if (page === undefined) return undefined;
  const note = `${words.value.household.household(page.householdNumber)} · ${page.villageName}`;
  return { key: id, label: page.line.name, note };
}
