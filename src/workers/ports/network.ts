import { bad, good } from '../../domain/outcome.ts';
import { askHub, type HubLine, uploadTo } from '../../seal/hub-request.ts';
import type { HubPort } from '../../sync/ports.ts';
import { readChanges } from '../../sync/records/row.ts';

/** The hub over HTTP: requests signed by the device, bounded to 30 s, answers read strictly. */
export function createHub(line: HubLine): HubPort {
  return {
    upload: uploadTo(line),
    async changes(after, told, places) {
      const more = told === undefined ? '' : `&obeyed=${told.obeyed}&people=${told.people}`;
      const only = places === undefined ? '' : `&as=page&place=${places.join(',')}`;
      const answer = await askHub(line, { method: 'GET', path: `/sync/changes?after=${after}${more}${only}` });
      if (!answer.ok) return answer;
      const changes = readChanges(answer.value);
      return changes.ok ? good(changes.value) : bad({ why: 'foreign' });
    },
  };
}
