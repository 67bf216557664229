import { askHub, type HubLine } from '../../seal/hub-request.ts';
import type { DeviceScope, UnitsAnswer, UnitsRequest } from '../../sync/units-change.ts';
import { utf8 } from '../../sync/wire/bytes.ts';
import { readScope, readUnitsAnswer } from './units-codec.ts';

/** `POST /sync/units`; `undefined`: no network, or no answer of a hub. */
export async function sendUnits(line: HubLine, request: UnitsRequest): Promise<UnitsAnswer | undefined> {
  const answer = await askHub(line, { method: 'POST', path: '/sync/units', body: utf8(JSON.stringify(request)) });
  return answer.ok ? readUnitsAnswer(answer.value) : undefined;
}

/** `GET /sync/scope`: where this device may write now, and what the places are called. */
export async function fetchScope(line: HubLine): Promise<DeviceScope | undefined> {
  const answer = await askHub(line, { method: 'GET', path: '/sync/scope' });
  return answer.ok ? readScope(answer.value) : undefined;
}
