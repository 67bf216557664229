import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obeyRevoke } from '../../../../server/command-line/order/revoke-words.ts';
import type { Random } from '../../../simulation/random.ts';
import { bitsOf, storedHead, wearHead, withTurnedBit } from '../../../store/worn/turned-bits.ts';
import type { JourneyHub } from '../../commune.ts';
import type { JourneyPhone } from '../../phone.ts';

/* What breaks between phones and hub in drawn weeks: lines at any request, the hub's machine, a phone that is lost. */

const day = 86_400_000;
/** Phones keep what left for 35 days. */
const oldestBackup = 20 * day;

export interface Weather {
  /** What phones reach the hub by. */
  readonly hub: JourneyHub;
  /** A sync whose line breaks at one of its requests, before the hub has heard it or before its answer is there. */
  cutSync(phone: JourneyPhone): Promise<void>;
  backUp(): Promise<void>;
  /** The machine breaks, and the backup that stands is put back. @returns whether there is one that may be */
  restore(): Promise<boolean>;
  /** Storage turns a bit in where the phone stands. */
  wear(phone: JourneyPhone): Promise<void>;
  met(): { readonly cuts: number; readonly restores: number; readonly bits: number };
  close(): Promise<void>;
}

/** @param canRestore an embedded database: another is its owner's */
export async function openWeather(journey: JourneyHub, random: Random, canRestore: boolean): Promise<Weather> {
  const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
  let backup: { readonly path: string; readonly at: number } | undefined;
  let taken = 0;
  const met = { cuts: 0, restores: 0, bits: 0 };
  const line = { requests: Number.POSITIVE_INFINITY, isHeard: false };
  const hub: JourneyHub = {
    ...journey,
    async answer(url, init) {
      line.requests -= 1;
      if (line.requests >= 0) return journey.answer(url, init);
      met.cuts += 1;
      // The first one that breaks may have been heard; then there is no network.
      if (line.requests === -1 && line.isHeard) await journey.answer(url, init);
      throw new TypeError('the line broke');
    },
  };

  async function backUp(): Promise<void> {
    if (!canRestore) return;
    const path = join(folder, String(++taken));
    await journey.backup(path);
    if (backup !== undefined) await rm(backup.path, { recursive: true });
    backup = { path, at: journey.clock.now };
  }

  return {
    hub,
    async cutSync(phone) {
      Object.assign(line, { requests: random.below(4), isHeard: random.chance(0.5) });
      await phone.sync();
      line.requests = Number.POSITIVE_INFINITY;
    },
    backUp,
    async restore() {
      if (backup === undefined || journey.clock.now - backup.at > oldestBackup) return false;
      met.restores += 1;
      await journey.restore(backup.path);
      return true;
    },
    async wear({ indexedDB, work }) {
      const { device } = work().session.record;
      const row = await storedHead(indexedDB, device);
      await wearHead(indexedDB, device, withTurnedBit(row, random.below(bitsOf(row))));
      met.bits += 1;
    },
    met: () => met,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The phone is lost; from now on nothing of it counts but what the hub has. */
export async function revokePhone(hub: JourneyHub, phone: JourneyPhone): Promise<void> {
  const { device } = phone.work().session.record;
  await obeyRevoke(hub.hub(), ['--device', device, '--ground', 'mất máy']);
}
