import { civilDay } from '../../domain/calendar/civil-date.ts';
import type { SealedEnvelope } from '../../sync/envelope.ts';
import { type SendResult, sendOutbox } from '../../sync/phone/send.ts';
import type { HubPort } from '../../sync/ports.ts';
import type { PhonePorts } from '../ports/phone-ports.ts';
import type { Session } from '../session.ts';
import type { Bar } from './bar.ts';

/** What a day leaves waiting goes up as it is. */
const fewEnvelopes = 8;

/** Without it, the network being gone again, they go up one by one. */
const fetchGathering = () => import('../../sync/phone/gather.ts').catch(() => undefined);

function prepareGathering({ store, crypto, sender }: Session, waiting: readonly SealedEnvelope[], now: number) {
  const gathering = { waiting, keyId: sender.keyId, day: civilDay(now) };
  return fetchGathering().then((fetched) => fetched?.gatherWaiting(store, crypto, gathering));
}

/** Sends, with the request size that the last sending ended with. */
export function createSending({ now }: PhonePorts, session: Session, hub: HubPort, bar: Bar) {
  const { device } = session.record;
  let batchBytes: number | undefined;
  return async function send(): Promise<SendResult> {
    const waited = session.store.counts().waiting;
    const onProgress = (done: number, of: number) =>
      void bar.move({ is: 'sending', progress: { is: 'send', ...inActs(done, of, waited) } });
    const gather = {
      from: fewEnvelopes,
      prepare: (waiting: readonly SealedEnvelope[]) => prepareGathering(session, waiting, now()),
    };
    const options = { device, now, onProgress, gather, ...(batchBytes === undefined ? {} : { batchBytes }) };
    const sent = await sendOutbox(session.store, hub, session.crypto, options);
    batchBytes = sent.batchBytes;
    return sent;
  };
}

/**
 * How far a sending is, as the bar counts beside it: "80 mục chờ gửi · đang gửi 12 / 80".
 * @param done ops, of so many
 * @param acts that wait; 0 where none of them can be read
 */
function inActs(done: number, of: number, acts: number): { readonly done: number; readonly of: number } {
  return acts === 0 || of === 0 ? { done, of } : { done: Math.floor((done / of) * acts), of: acts };
}
