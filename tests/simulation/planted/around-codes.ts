import { sha256 } from '../../../src/sync/records/sha256.ts';
import { readSigned } from '../../../src/sync/wire/certificate.ts';
import { readRoadFile } from '../../../src/sync/wire/road-file.ts';
import { openVerdict } from '../../../src/sync/wire/verdict-bytes.ts';
import { storeOf } from '../phone/phone.ts';
import type { Plant } from '../plant.ts';

/* Bugs around work that goes along with somebody else, by codes from screen to camera. */

const givenAlongIsSent: Plant = {
  roads: (roads, { phone }) => ({
    ...roads,
    async waitingFile() {
      const file = await roads.waitingFile();
      if (file !== undefined) phone.tables.outbox.clear();
      return file;
    },
  }),
};

/** Whoever shows codes is taken for somebody who was at the hub. */
const anyAnswerBelieved: Plant = {
  roads: (roads, { phone, process, schedule }) => ({
    ...roads,
    async openRoadFile(file) {
      const read = readRoadFile(file.bytes, sha256);
      for (const item of read.ok && read.value.is === 'verdicts' ? read.value.items : []) {
        const signed = readSigned(item);
        const verdict = signed && openVerdict(signed);
        if (verdict) await storeOf(phone, process, schedule).keepVerdict(signed, verdict.envelope, true);
      }
      return roads.openRoadFile(file);
    },
  }),
};

export const plantedAroundCodes: { readonly [name: string]: Plant } = {
  'given along counts as sent': givenAlongIsSent,
  'any answer in codes believed': anyAnswerBelieved,
};
