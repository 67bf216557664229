import type { Fields, Value } from '../../domain/value.ts';
import { type Op, opId } from '../../sync/op.ts';
import { tick } from '../../sync/records/clock.ts';
import type { Stamp } from '../../sync/stamp.ts';
import { msOfDay } from '../chance/calendar.ts';
import { makeQueue } from '../chance/queue.ts';
import type { Random } from '../chance/random.ts';
import type { Entry, Named } from './entry.ts';
import { makeWhereabouts } from './whereabouts.ts';

/** Who writes the sample down: the ops are those of a device like any other. */
export interface Author {
  readonly device: string;
  readonly user: string;
  /** ms since 1970: nothing is written later. */
  readonly writtenAt: number;
}

/** Writes what happened a while after it happened, in one gapless sequence. */
export interface Scribe {
  /** Entries of one transaction, about that day; before the book opens nothing is told. Most are written within the week, some late. */
  tell(day: number, entries: readonly Entry[]): void;
  /** All that is written before that time, ms since 1970. */
  writtenBefore(time: number): Generator<Op>;
  /** Written there and then. */
  write(time: number, entries: readonly Entry[]): readonly Op[];
}

/** Hours of the day, in UTC, at which people write: 8 to 17 o'clock in Viet Nam. */
const morning = 3_600_000;
const evening = 10 * 3_600_000;

export function makeScribe(random: Random, author: Author, opens: number): Scribe {
  const waiting = makeQueue<{ readonly time: number; readonly entries: readonly Entry[] }>();
  let seq = 1;
  let stamp: Stamp = [0, 0];

  const whereabouts = makeWhereabouts();

  const write = (time: number, told: readonly Entry[]): readonly Op[] => {
    const tx = seq;
    const entries = whereabouts.spellOut(told);
    const ids = entries.map((entry, index) => nameEntry(entry, opId(author.device, tx + index)));
    entries.forEach((entry, index) => {
      whereabouts.note(entry, ids[index] ?? '');
    });
    seq += entries.length;
    return entries.map((entry, index) => {
      stamp = tick(stamp, Math.min(time, author.writtenAt));
      const head = { d: author.device, s: tx + index, at: stamp, u: author.user };
      const about = { p: entry.place, k: entry.kind, id: ids[index] ?? '', tx, of: entries.length };
      return { ...head, ...about, ...contents(entry, opId(author.device, tx + index)) };
    });
  };

  return {
    write,
    tell(day, entries) {
      if (day < opens) return;
      const time = day * msOfDay + random.between(morning, evening) + drawLag(random) * msOfDay;
      const at = namedIn(entries).reduce((latest, { knownAt }) => Math.max(latest, knownAt + 1), time);
      // Of one person what came later is written later, so that a value mended twice ends as the second said.
      for (const one of aboutWhom(entries)) one.knownAt = at;
      waiting.push(at, { time: at, entries });
    },
    *writtenBefore(time) {
      for (let next = waiting.take(time); next !== undefined; next = waiting.take(time)) {
        yield* write(next.time, next.entries);
      }
    },
  };
}

function namedIn(entries: readonly Entry[]): readonly Named[] {
  return entries.flatMap(({ of, links }) => [of, ...Object.values(links ?? {})]).filter((one) => one !== undefined);
}

/** A household is everybody's: what is told late of one does not keep the others waiting. */
function aboutWhom(entries: readonly Entry[]): readonly Named[] {
  const linked = entries.flatMap(({ links = {} }) =>
    Object.entries(links).filter(([field]) => !/household$/i.test(field)),
  );
  return [...entries.map(({ of }) => of), ...linked.map(([, one]) => one)].filter((one) => one !== undefined);
}

/** Days between a fact and its writing; every twentieth comes a month or two late. */
function drawLag(random: Random): number {
  const luck = random.unit();
  if (luck < 0.05) return random.between(30, 75);
  return luck < 0.15 ? random.between(7, 27) : random.between(0, 6);
}

/** A new record and a fact are called by the op that makes them. */
function nameEntry({ is, of }: Entry, op: string): string {
  if (is === 'mended' || is === 'carried') return written(of);
  if (of !== undefined) of.id = op;
  return op;
}

function written(one: Named | undefined): string {
  if (one === undefined || one.id === '') throw new RangeError('named before it was written');
  return one.id;
}

type Contents = { readonly put: Fields } | { readonly add: Fields };

function contents({ is, of, fields, links = {} }: Entry, op: string): Contents & Pick<Op, 'seen'> {
  const all: { [field: string]: Value } = {};
  for (const [field, value] of Object.entries(fields))
    all[field] = typeof value === 'string' ? value.normalize('NFC') : value;
  for (const [field, other] of Object.entries(links)) if (other !== undefined) all[field] = written(other);
  if (is === 'fact') return { add: all };
  return { put: all, ...(is === 'mended' && of !== undefined ? seenBy(of, Object.keys(all), op) : {}) };
}

/** Ops that last put a field of a record, where it was not the one that made it. */
const lastPuts = new WeakMap<Named, Map<string, string>>();

function seenBy(of: Named, fields: readonly string[], op: string): Pick<Op, 'seen'> {
  const puts = lastPuts.get(of) ?? new Map<string, string>();
  const seen = Object.fromEntries(fields.map((field) => [field, [puts.get(field) ?? of.id]]));
  for (const field of fields) puts.set(field, op);
  lastPuts.set(of, puts);
  return { seen };
}
