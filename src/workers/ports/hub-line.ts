import type { HubLine } from '../../seal/hub-request.ts';
import type { Session } from '../session.ts';
import type { PhonePorts } from './phone-ports.ts';

/** How an open phone reaches its hub: requests signed by the device. */
export function lineOf({ fetch, subtle, origin, now }: PhonePorts, session: Session): HubLine {
  const { clock, record } = session;
  return {
    ...{ fetch, subtle, origin, now, clock, device: record.device, signKey: record.signKey },
    get keyId() {
      return session.sender.keyId;
    },
  };
}
