/*
 * Who is married to whom while events go by. Of somebody nobody has told of yet nothing is known; of somebody who
 * married a stranger, or was divorced, it is known that no one of the register is the spouse.
 */

export interface Ties {
  /** null: nobody of the register · `undefined`: unknown. */
  spouseOf(person: string): string | null | undefined;
  marry(one: string, other: string | undefined): void;
  divorce(one: string, other: string | undefined, date: string): void;
  /** The other one, by who is married to them or was divorced from them on that very day. */
  partingFrom(person: string, date: string): string | undefined;
  /** Marital status was told without saying to whom. */
  change(person: string, isMarried: boolean): void;
  die(person: string): void;
}

export function beginTies(openedWith: (person: string) => string | undefined): Ties {
  const spouses = new Map<string, string | null | undefined>();
  const parted = new Map<string, { readonly from: string | undefined; readonly date: string }>();
  const dead = new Set<string>();
  const spouseOf = (person: string) => (spouses.has(person) ? spouses.get(person) : openedWith(person));

  /** Whom somebody leaves is tied to nobody; who died in a marriage stays tied. */
  const leave = (person: string, now: string | null | undefined) => {
    const before = spouseOf(person);
    spouses.set(person, now);
    const isLeft = typeof before === 'string' && before !== now && !dead.has(before) && spouseOf(before) === person;
    if (isLeft) spouses.set(before, undefined);
  };

  return {
    spouseOf,
    marry(one, other) {
      leave(one, other ?? null);
      if (other !== undefined) leave(other, one);
    },
    divorce(one, other, date) {
      leave(one, null);
      parted.set(one, { from: other, date });
      if (other === undefined) return;
      leave(other, null);
      parted.set(other, { from: one, date });
    },
    partingFrom(person, date) {
      const last = parted.get(person);
      if (last?.date === date && last.from !== undefined) return last.from;
      return spouseOf(person) ?? undefined;
    },
    change(person, isMarried) {
      leave(person, isMarried ? undefined : null);
    },
    die(person) {
      dead.add(person);
    },
  };
}
