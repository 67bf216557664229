import type { SendResult } from '../../sync/phone/send.ts';
import type { NetworkFailure } from '../../sync/ports.ts';
import type { SyncTrouble } from '../api/phone-api.ts';
import type { Standing } from './bar.ts';

/** A try that did not come through, as the bar tells it. */
export type Trouble = Pick<Standing, 'is' | 'why' | 'retryAfterSeconds'>;

/** `undefined`: all that could be sent was, and answered. */
export function troubleOf({ is, why, contact, damaged, retryAfterSeconds }: SendResult): Trouble | undefined {
  if (contact?.standing !== undefined) return { is: 'failed', why: contact.standing };
  if (is === 'kept' && damaged.length > 0) return { is: 'failed', why: 'damaged' };
  if (why === undefined && is !== 'failed') return undefined;
  if (why === 'offline') return { is: 'offline', why };
  const rest = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { is: 'failed', why: wordOf(why), ...rest };
}

function wordOf(why: SendResult['why']): SyncTrouble {
  switch (why) {
    case 'busy':
    case 'forged':
    case 'foreign':
    case 'device':
    case 'frozen':
      return why;
    case 'unknown_device':
      return 'device';
    case 'hub':
    case 'too_large':
    case undefined:
      return 'hub';
    default:
      return 'refused';
  }
}

export function networkTrouble(failure: NetworkFailure): Trouble {
  const { why } = failure;
  if (why === 'offline') return { is: 'offline', why };
  if (why === 'busy') return { is: 'failed', why, retryAfterSeconds: failure.retryAfterSeconds };
  return { is: 'failed', why: why === 'foreign' || why === 'device' ? why : 'hub' };
}
