import type { Role } from '../../src/sync/activation.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import type { Lease } from '../../src/sync/verdict.ts';

const day = 86_400_000;

/** What a hub's owner decides. Days; null = no limit. */
export interface Policy {
  /** How long the PIN alone opens the phone after a contact with the hub. */
  readonly pinWindowDays: (role: Role) => number | null;
  /** How long the phone may be used without contact. */
  readonly leaseDays: number | null;
  readonly codeDays: number;
}

/** The demo hub: the PIN window is open for everybody, printed codes last a month. */
export const demoPolicy: Policy = { pinWindowDays: () => null, leaseDays: null, codeDays: 30 };

export function leaseOf(policy: Policy, device: Pick<DeviceRow, 'role' | 'status'>, now: number): Lease {
  if (device.status === 'revoked') return { until: now, pinUntil: now };
  const until = (days: number | null) => (days === null ? null : now + days * day);
  return { until: until(policy.leaseDays), pinUntil: until(policy.pinWindowDays(device.role as Role)) };
}

export function codeValidUntil(policy: Policy, now: number): number {
  return now + policy.codeDays * day;
}
