import { deviceHeaders } from '../../../src/sync/wire/device-request.ts';
import { readQuestion } from '../../../src/sync/wire/proof.ts';
import { readJson } from '../../http/body.ts';
import { packed } from '../../http/packed.ts';
import { json, type Route } from '../../http/route.ts';
import { answerProof } from './sums.ts';

/** What a phone asks whose digest is not the hub's. */
export const proofRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/sync/proof',
    access: 'device',
    statuses: ['active'],
    async handle({ site: { hub }, body, header }, device) {
      const question = readQuestion(readJson(body));
      if (question === undefined) return json({ error: 'bad_request' }, 400);
      const answer = await hub.database.snapshot({ book: device.book, places: device.places }, (tx) =>
        answerProof(tx, device, question),
      );
      return packed(JSON.stringify(answer), header('accept-encoding') ?? '');
    },
  },
  {
    method: 'POST',
    path: '/sync/certificate',
    access: 'device',
    statuses: ['active'],
    async handle({ site: { hub }, header }, device) {
      const { book, id, user: actor } = device;
      const signed = await hub.certify(device, header(deviceHeaders.key));
      const object = String(device.acked);
      await hub.run({ is: 'audit', at: hub.now(), book, actor, device: id, action: 'certificate', object, ground: '' });
      return json({ certificate: signed });
    },
  },
];
