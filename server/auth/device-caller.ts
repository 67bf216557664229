import { verifyRequest } from '../../src/seal/request-signature.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import { deviceHeaders, requestTolerance } from '../../src/sync/wire/device-request.ts';
import type { Hub } from '../hub.ts';
import { findDevice } from '../sync/device-rows.ts';

export interface DeviceRequest {
  readonly method: string;
  /** Path with its query, as sent. */
  readonly path: string;
  readonly body: Uint8Array;
  readonly header: (name: string) => string | undefined;
}

export type Caller =
  | { readonly is: 'device'; readonly device: DeviceRow }
  /** `forged`: the device that somebody else's signature claimed. */
  | { readonly is: 'refused'; readonly why: 'time' | 'device'; readonly forged?: DeviceRow };

const refused = (why: 'time' | 'device'): Caller => ({ is: 'refused', why });

/**
 * Who asks, by the signature over method, path, body and time. The time is judged after the signature, so that only the
 * device itself learns that its clock is wrong; unknown, forged and revoked answer alike.
 */
export async function identifyDevice(hub: Hub, request: DeviceRequest): Promise<Caller> {
  const id = request.header(deviceHeaders.device) ?? '';
  const time = request.header(deviceHeaders.time) ?? '';
  const signature = request.header(deviceHeaders.signature) ?? '';
  if (!/^[A-Za-z0-9_-]{1,40}$/.test(id) || !/^\d{1,16}$/.test(time)) return refused('device');
  const device = await hub.database.look((look) => findDevice(look, id));
  if (device === undefined) return refused('device');
  const isTheirs = await verifyRequest(crypto.subtle, device.signKey, request, Number(time), signature);
  if (!isTheirs) return { is: 'refused', why: 'device', forged: device };
  if (Math.abs(Number(time) - hub.now()) > requestTolerance) return refused('time');
  return { is: 'device', device };
}
