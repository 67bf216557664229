import { findHead } from '../../../src/sync/phone/mending/lost-head.ts';
import { readStoredHead, writeStoredHead } from '../../../src/sync/phone/mending/stored-head.ts';
import type { DeviceHead } from '../../../src/sync/ports.ts';
import type { Verdict } from '../../../src/sync/verdict.ts';
import { sha256 } from '../crypto.ts';
import type { Schedule } from '../schedule.ts';
import { mustHold } from '../violation.ts';
import type { SimulatedPhone } from './phone.ts';

/* Where a phone stands, in a row in which storage turns bits: as the real store reads it (src/store/opening/mend-head.ts). */

/** As it is stored, which must be sound. */
export function soundHead({ device, tables }: SimulatedPhone): DeviceHead {
  const head = readStoredHead(tables.head);
  mustHold(head !== undefined, `${device} does not know where it stands`);
  return head;
}

export function putHead({ tables }: SimulatedPhone, head: DeviceHead): void {
  tables.head = writeStoredHead(head);
}

/** Mended where it is damaged, as far as what stands beside it tells. */
export function headOf(phone: SimulatedPhone, schedule: Schedule): DeviceHead {
  return readStoredHead(phone.tables.head) ?? mend(phone, schedule);
}

export function heedHub(phone: SimulatedPhone, schedule: Schedule, told: Pick<Verdict, 'acked' | 'chain'>): void {
  const head = headOf(phone, schedule);
  const isOther = told.acked === head.nextSeq - 1 && told.chain !== head.chain;
  if (!head.isGuess && !isOther) return;
  mend(phone, schedule, told);
  schedule.count('head told by the hub');
}

function mend(phone: SimulatedPhone, { now, count }: Schedule, told?: Pick<Verdict, 'acked' | 'chain'>): DeviceHead {
  const { head: row, outbox, sent, pending, refused, hasEmptied } = phone.tables;
  const beside = {
    row,
    envelopes: [...outbox.values(), ...sent.values()],
    pending: [...pending].map(([seq, line]) => ({ seq, line })),
    refused: [...refused.keys()],
    isNew: !hasEmptied,
    told,
  };
  const head = findHead(beside, sha256, Math.max(0, now() + phone.clockOffset));
  if (head.isGuess) return head;
  putHead(phone, head);
  phone.mendedAt.add(head.nextSeq);
  count('head mended');
  return head;
}
