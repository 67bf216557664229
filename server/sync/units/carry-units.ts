import type { Act } from '../../../src/register/acts/act.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import type { Register } from '../../../src/register/register.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import type { StoredChange } from './apply-units.ts';
import type { KnownUnit } from './unit-rows.ts';

/* Which households follow a change of units. Worked out by the acts that an officer's own phone uses. */

/** What is to be written, and how many sheets it is about. Asked again after it was written: nothing. */
export interface Carrying {
  readonly drafts: readonly OpDraft[];
  readonly households: number;
}

export function carryUnits(
  register: Register,
  units: readonly KnownUnit[],
  stored: StoredChange,
  taken: StoredChange['change'] | undefined,
): Carrying {
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? '';
  const { change } = stored;
  if (change.is === 'join' || change.is === 'move') {
    const { unit, into, date } = change;
    return rezone(register, sheetsOf(register, unit), { village: into, date }, nameOf(unit));
  }
  if (change.is === 'split') {
    const made = stored.before.find(({ id }) => id !== change.unit)?.id ?? '';
    const here = sheetsOf(register, change.unit).filter(({ household }) => change.households.includes(household));
    return rezone(register, here, { village: made, date: change.date }, nameOf(change.unit));
  }
  if (taken?.is === 'join') return unzone(register, { from: taken.into, village: taken.unit, date: taken.date });
  if (taken?.is !== 'split') return { drafts: [], households: 0 };
  const made = stored.before.find(({ id }) => id !== taken.unit)?.id ?? '';
  return unzone(register, { from: made, village: taken.unit, date: taken.date });
}

type Sheet = ReturnType<typeof sheetsOf>[number];

function sheetsOf(register: Register, place: string) {
  return register.village(place).households;
}

/** Where numbers would meet, those of the old village go on as a numbering area of their own, under its name. */
function rezone(
  register: Register,
  sheets: readonly Sheet[],
  goal: { readonly village: string; readonly date: string },
  oldName: string,
): Carrying {
  const plan = (chosen: readonly Sheet[], area?: string) =>
    planFor(register, {
      is: 'rezone',
      ...goal,
      households: chosen.map(({ household }) => household),
      ...(area !== undefined && { area }),
    });
  const plain = plan(sheets);
  const isMeeting = plain.problems.some(({ code }) => code === 'number_taken');
  if (!isMeeting) return { drafts: plain.drafts, households: sheets.length };
  const own = sheets.filter(({ area }) => area === '');
  const others = sheets.filter(({ area }) => area !== '');
  return { drafts: [...plan(own, oldName).drafts, ...plan(others).drafts], households: sheets.length };
}

function unzone(register: Register, back: Omit<Extract<Act, { readonly is: 'unzone' }>, 'is'>): Carrying {
  const { drafts } = planFor(register, { is: 'unzone', ...back });
  return { drafts, households: drafts.filter(({ kind }) => kind === 'household').length };
}
