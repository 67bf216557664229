import { type Op, opId } from '../../../src/sync/op.ts';
import { drawerOf } from '../../../src/sync/records/drawer.ts';
import type { OpVerdict } from '../../../src/sync/verdict.ts';
import { maxTransactionOps } from '../../../src/sync/wire/bounds.ts';
import { writeLine } from '../../../src/sync/wire/line.ts';
import type { Tx } from '../../db/database.ts';
import type { AsideDecision, NewDevice } from '../../durable/command.ts';
import type { Hub } from '../../hub.ts';
import { heldBy, readDevice, roleOf } from '../device-rows.ts';
import { sendAsFounder } from '../founding/founder-envelope.ts';
import { followUnits } from '../units/follow-units.ts';
import { shareWritten } from '../units/move/share-records.ts';
import { inTurn, type UnitsBench } from '../units/units-bench.ts';
import { type Aside, readAside, standInOf } from './aside-rows.ts';
import { planTaking } from './plan-taking.ts';

/*
 * Work that was kept aside becomes the book's. Its numbers are spent or not to be trusted any more (its device was revoked,
 * or gave one out twice), so the hub writes it by a device of its own that stands for the old one: same author, same
 * places, same rights, same clock; what these ops call each other by is called anew, and nothing else is changed.
 */

type Decided =
  | { readonly is: 'nothing' | 'two_histories' }
  /** `ops` are taken or dropped; `known` and `left` as a plan of taking counts them. */
  | { readonly is: 'decided'; readonly ops: number; readonly known: number; readonly left: number };

export interface Taken {
  readonly decided: Decided;
  /** What the book answered to what was written, of an earlier decision too that a crash had left half done. */
  readonly answers: readonly OpVerdict[];
}

interface Asked {
  readonly book: string;
  readonly device: string;
  /** None in particular: all that nobody decided on, and for a taking also what was dropped before. */
  readonly envelopes: readonly string[];
  readonly decision: AsideDecision;
  readonly actor: string;
  readonly ground: string;
}

/** Decided first, for good: what could not be written then is written by the next who asks. */
export async function takeAside(bench: UnitsBench, asked: Asked): Promise<Taken> {
  const decided = await inTurn(asked.book, () => decide(bench.hub, asked));
  return { decided, answers: await bringIn(bench, asked.book, asked.device) };
}

async function decide(hub: Hub, { envelopes, ...asked }: Asked): Promise<Decided> {
  const { book, device, decision } = asked;
  const { all, inBook } = await hub.database.transaction({ book, places: [] }, async (tx) => ({
    all: await readAside(tx, book, device),
    inBook: await readAnswered(tx, book, device),
  }));
  const isAsked = ({ envelope }: Aside) => envelopes.length === 0 || envelopes.includes(envelope);
  const isOpen = (one: Aside) => one.decision === '' || (one.decision === 'dropped' && decision === 'taken');
  const open = all.filter((one) => isAsked(one) && isOpen(one));
  if (open.length === 0) return { is: 'nothing' };
  const command = { is: 'decide', at: hub.now(), ...asked } as const;
  if (decision === 'dropped') {
    await hub.run({ ...command, rows: open.map(({ envelope }) => ({ envelope, taken: [] })) });
    return { is: 'decided', ops: open.flatMap(({ lines }) => lines).length, known: 0, left: 0 };
  }
  const plan = planTaking(all, new Set(open.map(({ envelope }) => envelope)), inBook);
  if (plan.is === 'two_histories') return { is: 'two_histories' };
  await hub.run({ ...command, rows: plan.rows });
  const { ops, known, left } = plan;
  return { is: 'decided', ops, known, left };
}

/** Hash of each of a device's ops that the book has an answer for, by its number. */
async function readAnswered(tx: Tx, book: string, device: string): Promise<ReadonlyMap<number, string>> {
  const rows = await tx
    .selectFrom('verdict')
    .select(['seq', 'verdict'])
    .where('book', '=', book)
    .where('device', '=', device)
    .execute();
  return new Map(
    rows.map(({ seq, verdict }) => {
      const { hash }: { readonly hash: string } = JSON.parse(verdict);
      return [seq, hash];
    }),
  );
}

async function bringIn(bench: UnitsBench, book: string, device: string): Promise<readonly OpVerdict[]> {
  const { hub } = bench;
  const { written, verdicts } = await inTurn(book, () => write(hub, book, device));
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return [];
  await followUnits(bench, { book, device: first.d, firstSeq: first.s, lastSeq: last.s });
  await shareWritten(bench, book);
  bench.onWritten(book);
  return verdicts;
}

async function write(hub: Hub, book: string, device: string) {
  const all = await hub.database.transaction({ book, places: [] }, (tx) => readAside(tx, book, device));
  const ops = opsOf(all, device, standInOf(device));
  const written: Op[] = [];
  const verdicts: OpVerdict[] = [];
  if (ops.length === 0) return { written, verdicts };
  const standIn = await settleStandIn(hub, book, device);
  let { chain } = standIn;
  for (const piece of inPieces(ops.filter(({ s }) => s > standIn.acked))) {
    const sent = await sendAsFounder(hub, piece, chain);
    chain = sent.chain;
    written.push(...piece);
    verdicts.push(...sent.verdict.ops);
  }
  return { written, verdicts };
}

/** In the name of who wrote them, and no more than that phone was allowed: a forger's key opens no other village. */
async function settleStandIn(hub: Hub, book: string, device: string) {
  const { commune, row } = await hub.database.transaction(undefined, async (tx) => ({
    ...(await tx.selectFrom('book').select('commune').where('book', '=', book).executeTakeFirstOrThrow()),
    row: await tx
      .selectFrom('device')
      .selectAll()
      .where('book', '=', book)
      .where('id', '=', device)
      .executeTakeFirstOrThrow(),
  }));
  const { places, former } = heldBy(row);
  const author: NewDevice = {
    device: standInOf(device),
    role: roleOf(row),
    user: row.user_id,
    userName: row.user_name,
    places: [...new Set([...places, ...former.map(({ place }) => place)])],
    signKey: hub.founder.publicKey,
  };
  await hub.run({ is: 'settle', at: hub.now(), units: [], book, commune, author });
  const standIn = await hub.database.transaction(undefined, (tx) => readDevice(tx, book, author.device));
  if (standIn === undefined) throw new TypeError('the hub has no stand-in for the device');
  return standIn;
}

/** What was decided to be the book's, in its new order, as the stand-in writes it. */
function opsOf(all: readonly Aside[], device: string, standIn: string): readonly Op[] {
  const taken = all.flatMap(({ lines }) =>
    lines.flatMap(({ seq, op, taken: number }) => (op && number !== undefined ? [{ seq, op, number }] : [])),
  );
  const names = new Map(taken.map(({ seq, number }) => [opId(device, seq), opId(standIn, number)]));
  names.set(drawerOf(device), drawerOf(standIn));
  return taken
    .sort((a, b) => a.number - b.number)
    .map(({ op, number }) => ({
      ...renamed(op, names),
      d: standIn,
      s: number,
      tx: number - (op.s - op.tx),
    }));
}

/** Every text that is one of these names is the other; nothing that people wrote looks like one. */
function renamed(op: Op, names: ReadonlyMap<string, string>): Op {
  return JSON.parse(writeLine(op), (_key, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  );
}

/** Whole transactions, some five hundred ops at a time. */
function inPieces(ops: readonly Op[]): readonly (readonly Op[])[] {
  const pieces: Op[][] = [];
  for (const op of ops) {
    const piece = pieces.at(-1);
    const isFull = piece === undefined || (op.tx === op.s && piece.length + op.of > maxTransactionOps);
    if (isFull) pieces.push([op]);
    else piece.push(op);
  }
  return pieces;
}
