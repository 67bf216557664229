import { addDays, type Chance } from './chance.ts';

/* What a commune's people wrote, op by op, as it would stand in a journal. */

export type Fields = { readonly [field: string]: string | number | boolean | null };

/** One written line: a record's first values or later ones, a fact, or a fact taken back. */
export interface Written {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  readonly at: readonly [ms: number, counter: number];
  readonly put?: Fields;
  readonly add?: Fields;
  readonly isVoid?: true;
}

export interface Scribe {
  readonly lines: readonly Written[];
  put(kind: string, place: string, fields: Fields, id?: string): string;
  fact(kind: string, place: string, date: string, fields: Fields): string;
  takeBack(id: string): void;
  turnTo(day: string): void;
}

/** Facts are written on their day, in the order they happen; some weeks or months late, some wrong and taken back. */
export function makeScribe(chance: Chance): Scribe {
  const lines: Written[] = [];
  const kinds = new Map<string, readonly [kind: string, place: string]>();
  let today = '2023-01-01';
  const write = (id: string, kind: string, place: string, day: string, more: Partial<Written>): string => {
    const seq = lines.length + 1;
    const own = id === '' ? `o${seq}` : id;
    kinds.set(own, [kind, place]);
    lines.push({ seq, id: own, kind, place, at: [Date.parse(`${day}T08:00:00Z`), seq], ...more });
    return own;
  };
  const scribe: Scribe = {
    lines,
    put: (kind, place, fields, id = '') => write(id, kind, place, today, { put: fields }),
    fact(kind, place, date, fields) {
      if (chance.percent(2)) scribe.takeBack(write('', kind, place, date, { add: { ...fields, date } }));
      const written = chance.percent(6) ? addDays(date, chance.between(1, 150)) : date;
      return write('', kind, place, written, { add: { ...fields, date } });
    },
    takeBack(id) {
      const [kind = '', place = ''] = kinds.get(id) ?? [];
      write(id, kind, place, today, { isVoid: true });
    },
    turnTo(day) {
      today = day;
    },
  };
  return scribe;
}
