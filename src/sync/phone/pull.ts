import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { HubPort, NetworkFailure, PhoneStore, PulledRows, Told } from '../ports.ts';
import { laterStamp, witness } from '../records/clock.ts';
import { fromRow, isGone, lastStampOf } from '../records/row.ts';
import type { Stamp } from '../stamp.ts';
import type { SignedVerdict } from '../verdict.ts';
import type { Changes, GoneRow, RecordRow } from '../wire/changes.ts';

export interface PullResult {
  readonly rows: number;
  /** Ids of confirmed records that changed or went. */
  readonly changed: readonly string[];
  /** The confirmed records were replaced as a whole: the hub was restored from a backup. */
  readonly isAnew: boolean;
  readonly cursor: number;
  readonly hubTime: number;
  readonly hubEpoch: number;
  /** Scope epoch of the device as the hub has it. */
  readonly epoch: number;
  /** Root digest of what this device may hold at `cursor`, to be compared with its own. */
  readonly digest?: string;
  /** Not verified yet. */
  readonly contact?: SignedVerdict;
}

type Receiving = Pick<PhoneStore, 'cursor' | 'hubEpoch' | 'head' | 'receive'>;

export interface PullOptions {
  /** Wall clock, ms since 1970. */
  readonly now: () => number;
  readonly told?: Told;
  readonly onPage?: (rows: number, total: number) => void;
}

/** Of a hub within one pull; another epoch with every page is no hub. */
const mostRestores = 3;

/**
 * Fetches what changed since the cursor, page by page, rows and cursor in one store transaction. Stored verdicts must
 * have been settled before. When the hub's epoch changed (restored from a backup) its numbers mean nothing any more:
 * everything confirmed is loaded anew; pending ops and the outbox stay as they are and are offered by the next send.
 */
export async function pullChanges(
  store: Receiving,
  hub: Pick<HubPort, 'changes'>,
  options: PullOptions,
): Promise<Outcome<PullResult, NetworkFailure>> {
  const epochs = watchEpochs(await store.hubEpoch());
  let after = await store.cursor();
  const pulled = { rows: 0, changed: new Set<string>() };
  for (;;) {
    const answer = await hub.changes(after, options.told);
    if (!answer.ok) return answer;
    const changes = answer.value;
    if (epochs.isRestored(changes.hubEpoch, after)) {
      after = 0;
      continue;
    }
    if (epochs.isWild() || changes.cursor < after || (changes.more && changes.cursor === after))
      return bad({ why: 'answer', status: 200 });
    const { cursor, hubEpoch, more } = changes;
    await receiveRows(store, changes.rows, { after, cursor, hubEpoch, more }, options.now);
    for (const row of changes.rows) pulled.changed.add(row.id);
    pulled.rows += changes.rows.length;
    options.onPage?.(pulled.rows, changes.total);
    if (!changes.more)
      return good({ ...summary(changes), ...pulled, isAnew: epochs.isAnew(), changed: [...pulled.changed] });
    after = changes.cursor;
  }
}

/** The hub's epoch from page to page: also a first load may meet a hub that is put back from a backup in the middle of it. */
function watchEpochs(heldUnder: number | null) {
  let known = heldUnder;
  let restores = 0;
  return {
    /** Whether the numbers of before mean nothing any more. */
    isRestored(hubEpoch: number, after: number): boolean {
      const isOther = known !== null && hubEpoch !== known && after !== 0;
      known = hubEpoch;
      if (isOther) restores += 1;
      return isOther && restores <= mostRestores;
    },
    isAnew: () => restores > 0,
    isWild: () => restores > mostRestores,
  };
}

/** Takes rows of the hub in: whoever asked for them, and however, the clock has witnessed what they tell. */
export async function receiveRows(
  store: Pick<PhoneStore, 'head' | 'receive'>,
  all: Changes['rows'],
  at: Pick<PulledRows, 'after' | 'cursor' | 'hubEpoch' | 'more'>,
  now: () => number,
): Promise<void> {
  const rows = all.filter((row): row is RecordRow => !isGone(row));
  const { clock } = await store.head();
  const last = rows.reduce<Stamp>((stamp, row) => laterStamp(stamp, lastStampOf(row)), [0, 0]);
  await store.receive({
    ...at,
    confirmed: rows.map(fromRow),
    gone: all.filter((row): row is GoneRow => isGone(row)).map((row) => row.id),
    clock: witness(clock, last, now()),
  });
}

function summary({ cursor, hubTime, hubEpoch, epoch, digest, contact }: Changes) {
  const last = { ...(digest === undefined ? {} : { digest }), ...(contact === undefined ? {} : { contact }) };
  return { cursor, hubTime, hubEpoch, epoch, ...last };
}
