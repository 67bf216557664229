import type { Fields, Written } from './scribe.ts';

/*
 * The book as a careful reader would copy it out by hand, from the written lines alone: who stands in it, and what
 * happened on which day, in the order of indicators.md "Time and place".
 */

export interface Fact {
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  readonly date: string;
  readonly fields: Fields;
  readonly at: readonly [number, number];
}

export interface PaperBook {
  readonly homes: ReadonlyMap<string, { readonly village: string; readonly kind: string }>;
  readonly people: ReadonlyMap<string, { readonly village: string; readonly fields: Fields }>;
  readonly terms: readonly { readonly village: string; readonly since: string; readonly until: string }[];
  /** Facts of each day, in the order in which they count. */
  readonly days: ReadonlyMap<string, readonly Fact[]>;
}

const first = ['birth', 'move_in', 'review_add'];
const last = ['move_out', 'death', 'review_remove'];

/** Births, move-ins and review_add first, then changes in the order written, then move-outs, deaths and review_remove. */
function turn(kind: string): number {
  if (first.includes(kind)) return 1;
  return last.includes(kind) ? 3 : 2;
}

function inOrder(a: Fact, b: Fact): number {
  if (turn(a.kind) !== turn(b.kind)) return turn(a.kind) - turn(b.kind);
  return a.at[0] - b.at[0] || a.at[1] - b.at[1];
}

export function copyOut(lines: readonly Written[]): PaperBook {
  const taken = new Set(lines.filter((line) => line.isVoid).map((line) => line.id));
  const standing = lines.filter((line) => !taken.has(line.id));
  const states = (kind: string) => {
    const found = new Map<string, { place: string; fields: Fields }>();
    for (const line of standing.filter((one) => one.kind === kind && one.put !== undefined)) {
      found.set(line.id, { place: line.place, fields: { ...found.get(line.id)?.fields, ...line.put } });
    }
    return found;
  };
  const days = new Map<string, Fact[]>();
  for (const { id, kind, place, at, add } of standing) {
    if (add === undefined) continue;
    const date = String(add.date);
    days.set(date, [...(days.get(date) ?? []), { id, kind, place, date, fields: add, at }]);
  }
  for (const facts of days.values()) facts.sort(inOrder);
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    homes: new Map(
      [...states('household')].map(([id, one]) => [id, { village: one.place, kind: text(one.fields.kind) }]),
    ),
    people: new Map([...states('person')].map(([id, one]) => [id, { village: one.place, fields: one.fields }])),
    terms: [...states('collaborator').values()].map(({ place, fields }) => ({
      village: place,
      since: text(fields.since),
      until: text(fields.until),
    })),
    days,
  };
}
