import { askHub, type HubLine } from '../../seal/hub-request.ts';
import { utf8 } from '../../sync/wire/bytes.ts';
import type { Session } from '../session.ts';

/**
 * A hub that was put back to a day before this device was activated knows nothing of it: it is shown what it signed then.
 * @returns whether it knows the device now
 */
export async function enrolAgain({ activation: { enrolment } }: Session, line: HubLine): Promise<boolean> {
  if (enrolment === undefined) return false;
  const body = utf8(JSON.stringify({ enrolment }));
  const answer = await askHub(line, { method: 'POST', path: '/enrol', body });
  return answer.ok && answer.value.enrolled === true;
}
