import { readJournalEntry } from '../../../src/sync/hub/accept.ts';
import type { HubCrypto } from '../../../src/sync/hub-ports.ts';
import type { OpVerdict } from '../../../src/sync/verdict.ts';
import { parseEnvelope } from '../../../src/sync/wire/envelope-bytes.ts';
import type { Tx } from '../../db/database.ts';
import { readKept, type Substitute } from '../../durable/command.ts';
import { type Journal, JournalDamage } from '../../durable/journal.ts';
import type { HubSecrets } from '../../durable/key-file.ts';
import { readSubstitutes } from '../../durable/sweep.ts';
import { eraseEntry, hashOf, type OpenedEntry, openSent, openSubstitute, sealSubstitute } from './substitute.ts';

/** The hub's own hands and keys. */
export interface Desk {
  readonly tx: Tx;
  readonly book: string;
  readonly crypto: HubCrypto;
  readonly secrets: Pick<HubSecrets, 'founder' | 'keys'>;
}

/** An envelope in the journal. */
interface Seen {
  readonly position: number;
  readonly after?: number;
  readonly device: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly open: () => Promise<OpenedEntry | undefined>;
}

/**
 * What must stand in place of the journal's entries that hold ops of these records.
 * @param devices who wrote them
 * @param origins names that they bear in envelopes which were kept aside first, by the envelope's id
 */
export async function makeSubstitutes(
  desk: Desk,
  journal: Journal,
  devices: ReadonlySet<string>,
  records: ReadonlySet<string>,
  origins: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<readonly Substitute[]> {
  const seen = (await readEnvelopes(desk.crypto, journal)).filter(({ device }) => devices.has(device));
  const closings = findClosings(seen);
  const made: Substitute[] = [];
  for (const envelope of seen) {
    const opened = await envelope.open();
    const erased = opened && eraseEntry(opened, origins.get(opened.header.id) ?? records);
    if (erased === undefined) continue;
    const { answered, isApplied } = await answerOf(desk, erased);
    const after = isApplied ? (envelope.after ?? closings.get(envelope.position)) : undefined;
    const sealed = await sealSubstitute(desk.secrets, erased, answered);
    if ((await openSubstitute(desk.crypto, sealed)) === undefined)
      throw new JournalDamage('an entry cannot be written without what is erased');
    made.push({ position: envelope.position, after: after ?? envelope.position, sealed });
  }
  return made;
}

async function readEnvelopes(crypto: HubCrypto, journal: Journal): Promise<readonly Seen[]> {
  const substitutes = new Map((await readSubstitutes(journal)).map((one) => [one.position, one]));
  const seen: Seen[] = [];
  for await (const { payload, position } of journal.entriesAfter(0)) {
    const kept = readKept(payload);
    const substitute = substitutes.get(position);
    if (substitute !== undefined) {
      const parsed = parseEnvelope(Buffer.from(substitute.sealed, 'base64'));
      if (!parsed.ok) throw new JournalDamage('an erased entry does not open');
      const { d: device, f: firstSeq, l: lastSeq } = parsed.value.header;
      const open = () => openSubstitute(crypto, substitute.sealed);
      seen.push({ position, after: substitute.after, device, firstSeq, lastSeq, open });
    } else if (kept.is === 'envelope') {
      const entry = readJournalEntry(kept.entry);
      const parsed = entry && parseEnvelope(entry.envelope);
      if (entry === undefined || !parsed?.ok) continue;
      const { d: device, f: firstSeq, l: lastSeq } = parsed.value.header;
      const open = () => openSent(crypto, parsed.value, entry.receivedAt);
      seen.push({ position, device, firstSeq, lastSeq, open });
    }
  }
  return seen;
}

/** Behind which entry an envelope that came before its time was applied: the one that closed the gap. */
function findClosings(seen: readonly Seen[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const devices = new Map<string, { acked: number; parked: Seen[] }>();
  for (const one of seen) {
    const at = devices.get(one.device) ?? { acked: 0, parked: [] };
    devices.set(one.device, at);
    at.parked.push(one);
    for (;;) {
      const next = at.parked.findIndex(({ firstSeq }) => firstSeq <= at.acked + 1);
      const [closed] = next < 0 ? [] : at.parked.splice(next, 1);
      if (closed === undefined) break;
      closings.set(closed.position, one.position);
      at.acked = Math.max(at.acked, closed.lastSeq);
    }
  }
  return closings;
}

/** How the envelope stands answered now: by verdicts, parked beyond a gap, or kept aside. */
async function answerOf({ tx, book }: Desk, { header, answered, lines }: OpenedEntry) {
  const { receivedAt } = answered;
  const verdicts = await readVerdicts({ tx, book }, header);
  const isApplied = verdicts.length > 0 && verdicts.every(({ seq, hash }) => hashAt(lines, seq - header.f) === hash);
  if (isApplied) return { isApplied, answered: { receivedAt, as: 'applied', verdicts } as const };
  const parked = await tx
    .selectFrom('parked')
    .select('envelope')
    .where('book', '=', book)
    .where('envelope', '=', header.id)
    .executeTakeFirst();
  if (parked) return { isApplied, answered: { receivedAt, as: 'parked', verdicts: [] } as const };
  const aside = await tx
    .selectFrom('quarantine')
    .select('why')
    .where('book', '=', book)
    .where('envelope', '=', header.id)
    .executeTakeFirst();
  const as = asides.get(aside?.why ?? '') ?? 'aside';
  return { isApplied, answered: { receivedAt, as, verdicts: [] } as const };
}

/** How an envelope was answered that lies aside for this reason: one that was parked was set aside later. */
const asides = new Map<string, 'frozen' | 'parked'>([
  ['conflict', 'frozen'],
  ['parked', 'parked'],
]);

function hashAt(lines: OpenedEntry['lines'], index: number): string | undefined {
  const line = lines[index];
  return line === undefined ? undefined : hashOf(line);
}

async function readVerdicts(
  { tx, book }: Pick<Desk, 'tx' | 'book'>,
  header: OpenedEntry['header'],
): Promise<readonly OpVerdict[]> {
  const rows = await tx
    .selectFrom('verdict')
    .select('verdict')
    .where('book', '=', book)
    .where('device', '=', header.d)
    .where('seq', '>=', header.f)
    .where('seq', '<=', header.l)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.verdict) as OpVerdict);
}
