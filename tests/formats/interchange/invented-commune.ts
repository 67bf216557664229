import fc from 'fast-check';
import { eventColumns, live, type Pick, type Somebody, type Tally, type World } from './invented-acts.ts';

/*
 * An invented commune that lives forward, day by day, and writes its own four files at the end. It keeps its own books in
 * the plainest way: a snapshot of everybody at the end of each month, and a tally of what happened to residents.
 */

interface InventedCommune {
  readonly files: { readonly [table: string]: readonly (readonly string[])[] };
  /** month → everybody at its end. */
  readonly snapshots: ReadonlyMap<string, ReadonlyMap<string, Somebody>>;
  /** "month village" → what happened. */
  readonly tallies: ReadonlyMap<string, Tally>;
  readonly villageOf: (home: string) => string;
}

const villages = ['001', '002', '003'];
/** @param months of events, from January 2025 on */
export function inventCommune(seed: number, households: number, months: number): InventedCommune {
  const pick = dice(seed);
  const homes = Array.from({ length: households }, (_, index) => ({
    key: `H${index + 1}`,
    village: villages[index % villages.length] ?? '001',
  }));
  const villageOf = (home: string) => homes.find(({ key }) => key === home)?.village ?? '';
  const people = new Map<string, Somebody>();
  const add = (some: Partial<Somebody>): Somebody => {
    const one: Somebody = {
      key: `P${people.size + 1}`,
      sex: pick(2) === 0 ? 'male' : 'female',
      birth: '1990-01-01',
      home: 'H1',
      residence: pick(8) === 0 ? 'temporary' : pick(8) === 0 ? 'usual_absent' : 'usual_present',
      marital: 'single',
      spouse: '',
      status: 'active',
      method: '',
      mother: '',
      ...some,
    };
    people.set(one.key, one);
    return one;
  };
  for (const { key } of homes) settleFamily(add, key, pick);

  const rows: string[][] = [];
  const snapshots = new Map<string, ReadonlyMap<string, Somebody>>();
  const tallies = new Map<string, Tally>();
  const happen = happening({ people, add, homes: homes.map(({ key }) => key), villageOf, pick, rows, tallies });
  for (let month = 0; month < months; month += 1) {
    const text = `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    for (let day = 1; day <= 28; day += 1) happen(`${text}-${String(day).padStart(2, '0')}`);
    snapshots.set(text, new Map([...people].map(([key, one]) => [key, { ...one }])));
  }
  return { files: filesOf(homes, people, rows), snapshots, tallies, villageOf };
}

function dice(seed: number): Pick {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

function settleFamily(add: (some: Partial<Somebody>) => Somebody, home: string, pick: Pick): void {
  const residence = pick(9) === 0 ? 'temporary' : 'usual_present';
  const year = 1960 + pick(40);
  const man = add({ home, residence, sex: 'male', birth: `${year}-03-05` });
  if (pick(5) === 0) return;
  const woman = add({
    home,
    residence,
    sex: 'female',
    birth: `${year + 1}-07-09`,
    marital: 'married',
    spouse: man.key,
  });
  Object.assign(man, { marital: 'married', spouse: woman.key });
  for (let child = pick(3); child > 0; child -= 1)
    add({ home, residence, birth: `${2005 + pick(19)}-0${1 + pick(9)}-1${pick(9)}`, mother: woman.key });
}

/** A day: a few people, each at most once, so that the plain books need no order within a day. */
function happening(world: World): (date: string) => void {
  const { people, pick } = world;
  return (date) => {
    const touched = new Set<string>();
    for (let times = pick(4); times > 0; times -= 1) {
      const all = [...people.values()];
      const one = all[pick(all.length)];
      if (one === undefined || touched.has(one.key) || touched.has(one.spouse)) continue;
      touched.add(one.key).add(one.spouse);
      const before = people.size;
      live(world, one, date, touched);
      for (const fresh of [...people.values()].slice(before)) touched.add(fresh.key);
    }
  };
}

function filesOf(homes: readonly { key: string; village: string }[], people: Map<string, Somebody>, rows: string[][]) {
  const persons = [...people.values()].map((one) => [
    one.key,
    one.home,
    `Nguyễn Văn ${one.key}`,
    one.key === 'P1' ? 'head' : 'other',
    one.sex,
    one.birth,
    '01',
    'primary',
    one.marital,
    one.residence,
    one.status,
    '',
    '',
    one.mother,
    one.spouse,
  ]);
  return {
    units: [
      ['code', 'name', 'kind', 'parent_code', 'valid_from', 'valid_to', 'predecessors'],
      ['42', 'Tỉnh Thử', 'province', '', '2025-07-01', '', ''],
      ['18073', 'Xã Thử', 'commune', '42', '2025-07-01', '', ''],
      ...villages.map((code) => [code, `Thôn ${code}`, 'village', '18073', '2025-07-01', '', '']),
    ],
    households: [
      ['household_key', 'village_code', 'household_no', 'address', 'kind', 'poor', 'phone'],
      ...homes.map(({ key, village }, index) => [key, village, String(index + 1), 'Xóm Trên', 'family', 'none', '']),
    ],
    persons: [
      [
        'person_key',
        'household_key',
        'full_name',
        'relation',
        'sex',
        'birth_date',
        'ethnicity',
        'education',
        'marital',
        'residence',
        'status',
        'insurance_no',
        'national_id',
        'mother_key',
        'spouse_key',
      ],
      ...persons,
    ],
    events: [eventColumns, ...rows],
  };
}

export const seeds = fc.integer({ min: 1, max: 1_000_000 });
