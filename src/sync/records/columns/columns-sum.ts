import { firstSixteen, type Hash, recordSum } from '../digest.ts';
import { type Columns, type StoredKind, wholeStates } from './columns.ts';

/*
 * What a page adds to the digest of its book, without making its records: a plain record's text (see `recordSum`) holds
 * its kind, its id, one op, and the names of its fields, so that most of it is the same for many.
 */

/** Pauses behind each `stretch` of records. @returns the sum of `recordSum` over all of them, mod 2^128 */
export function* sumInColumns(columns: Columns, hash: Hash, stretch: number): Generator<undefined, bigint> {
  let sum = 0n;
  let looked = 0;
  for (const [kind, part] of Object.entries(columns.kinds)) {
    const shapeOf = shapesOf(part);
    for (let position = 0; position < part.ids.length; position += 1) {
      const id = part.ids.at(position);
      const op = JSON.stringify(part.ops[position] ?? id);
      sum += firstSixteen(hash(`[${JSON.stringify(kind)},${JSON.stringify(id)},[${shapeOf(position).join(op)}]]`));
      if (++looked % stretch === 0) yield;
    }
  }
  for (const state of wholeStates(columns)) {
    sum += recordSum(state, hash);
    if (++looked % stretch === 0) yield;
  }
  return BigInt.asUintN(128, sum);
}

/** What stands around the op of each field, in the order of their names. */
type Shape = readonly string[];

/** The fields that each record of a kind has. */
function shapesOf({ ids, fields }: StoredKind): (position: number) => Shape {
  const shapes: Shape[] = [[]];
  const shapeAt = new Uint16Array(ids.length);
  // Records that have had the same fields so far go on together.
  for (const name of ['@place', ...Object.keys(fields)].sort()) {
    const behind = new Map<number, number>();
    for (const position of positionsWith(name, fields, ids.length)) {
      const before = shapeAt[position] ?? 0;
      const known = behind.get(before);
      const next = known ?? shapes.push(withField(shapes[before] ?? [], name)) - 1;
      if (known === undefined) behind.set(before, next);
      shapeAt[position] = next;
    }
  }
  return (position) => shapes[shapeAt[position] ?? 0] ?? [];
}

function* positionsWith(name: string, fields: StoredKind['fields'], length: number): Generator<number> {
  const column = fields[name];
  const count = column?.length ?? length;
  for (let index = 0; index < count; index += 1) yield column?.at === undefined ? index : (column.at[index] ?? 0);
}

function withField(shape: Shape, name: string): Shape {
  const begin = `[${JSON.stringify(name)},[`;
  return shape.length === 0 ? [begin, ']]'] : [...shape.slice(0, -1), `]],${begin}`, ']]'];
}
