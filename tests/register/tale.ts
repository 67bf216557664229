import { catalogue } from '../../src/catalogue/index.ts';
import type { Fields } from '../../src/domain/value.ts';
import type { Standing } from '../../src/register/answers.ts';
import { createRegister, type Register, type StandingState } from '../../src/register/register.ts';
import type { UnitRow } from '../../src/sync/activation.ts';
import type { Head } from '../../src/sync/records/record-state.ts';
import type { Stamp } from '../../src/sync/stamp.ts';

/* The commune of the stories: two villages, a few households, told record by record. */

export const units: readonly UnitRow[] = [
  { id: 'u-p', level: 'province', kind: 'tỉnh', code: '99', name: 'Tỉnh Mẫu', parent: null },
  { id: 'u-c', level: 'commune', kind: 'xã', code: '99001', name: 'Xã Hương Mẫu', parent: 'u-p' },
  { id: 'u-v1', level: 'village', kind: 'thôn', code: '001', name: 'Thôn Đông', parent: 'u-c' },
  { id: 'u-v2', level: 'village', kind: 'thôn', code: '002', name: 'Thôn Bãi Cát', parent: 'u-c' },
];

const today = '2026-11-22';

export function openRegister(states: readonly StandingState[] = []): Register {
  const register = createRegister({ catalogue, units, today: () => today });
  register.apply(states);
  return register;
}

interface Telling {
  readonly standing?: Standing;
  readonly stamp?: Stamp;
  readonly place?: string;
  readonly isVoid?: boolean;
  readonly user?: string;
}

export function tell(kind: string, id: string, fields: Fields, telling: Telling = {}): StandingState {
  const { standing = 'confirmed', stamp = [1000, 0], place = 'u-v1', isVoid = false, user = 'u1' } = telling;
  const head = (value: Head['value']): Head => ({ op: id, value, stamp, user });
  return {
    standing,
    state: {
      kind,
      id,
      place: head(place),
      fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, [head(value)]])),
      life: isVoid ? [head({ reason: 'ghi nhầm' })] : [],
    },
  };
}

export function household(id: string, number: number, place = 'u-v1'): StandingState {
  return tell('household', id, { number, kind: 'family', address: `Số nhà ${number}` }, { place });
}

/** Someone who was there before the first fact. */
export function resident(id: string, fields: Fields, telling: Telling = {}): StandingState {
  const opening = { residence: 'usual_present', marital: 'married', status: 'active', relation: 'other' };
  return tell('person', id, { ...opening, ...fields }, telling);
}

/** A birth and the child it makes. */
export function birth(id: string, fields: Fields, telling: Telling = {}): readonly StandingState[] {
  const { sex = 'female', fullName = 'Gái', household: home = 'h1', ...fact } = fields;
  const child = { fullName, sex, birthDate: fields.date ?? null, relation: 'child', mother: fields.mother ?? null };
  const written = { residence: 'usual_present', order: 1, household: home, ...fact, child: `${id}-child` };
  return [tell('person', `${id}-child`, child, telling), tell('birth', id, written, telling)];
}

/** Household 42 of Thôn Đông: Hoà, her husband at its head, her mother-in-law, and their first child. */
export const hoaFamily: readonly StandingState[] = [
  household('h1', 42),
  resident('p2', {
    fullName: 'Nguyễn Thị Hoà',
    sex: 'female',
    birthDate: '1998-03-05',
    relation: 'spouse',
    household: 'h1',
    spouse: 'p1',
  }),
  resident('p1', { fullName: 'Trần Văn Đức', sex: 'male', birthDate: '1995-07-20', relation: 'head', household: 'h1' }),
  resident('p3', { fullName: 'Lê Thị Mận', sex: 'female', birthDate: '1965', relation: 'parent', household: 'h1' }),
  resident('p4', {
    fullName: 'Trần Gia Huy',
    sex: 'male',
    birthDate: '2021-09-01',
    relation: 'child',
    household: 'h1',
    mother: 'p2',
    marital: 'single',
  }),
];

/** Household 7 of Thôn Bãi Cát: a temporary couple. */
export const lodgers: readonly StandingState[] = [
  household('h2', 7, 'u-v2'),
  resident(
    'q1',
    {
      fullName: 'Lò Thị Hoa',
      sex: 'female',
      birthDate: '2001-01-15',
      relation: 'head',
      household: 'h2',
      residence: 'temporary',
    },
    { place: 'u-v2' },
  ),
];
