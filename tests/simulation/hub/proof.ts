import { good } from '../../../src/domain/outcome.ts';
import type { ProofPort } from '../../../src/sync/phone/repair.ts';
import { recordDigest, sumText } from '../../../src/sync/records/digest.ts';
import { toRow } from '../../../src/sync/records/row.ts';
import { bucketKey, type ProofQuestion, type Sums } from '../../../src/sync/wire/proof.ts';
import { sha256 } from '../crypto.ts';
import type { SimulatedPhone } from '../phone/phone.ts';
import { type SimulatedHub, visibleRecords } from './hub.ts';

/** `POST /sync/proof`: sums of what a device may hold, or exactly some of its records. */
export function proofOf({ tables }: SimulatedHub, { device: id }: SimulatedPhone): ProofPort {
  const device = tables.devices.get(id);
  return {
    async ask(question) {
      const visible = device === undefined ? [] : visibleRecords(tables, device);
      const cursor = tables.lastNumber;
      if (question.ask !== 'rows') return good({ cursor, sums: sumsOf(question, visible), rows: [] });
      const rows = question.of.map((key) => {
        const state = visible.find((one) => one.id === key);
        const row = state === undefined ? { k: 'gone', id: key, gone: true as const } : toRow(state);
        return [tables.records.get(key)?.number ?? 0, row] as const;
      });
      return good({ cursor, sums: [], rows });
    },
  };
}

function sumsOf(question: ProofQuestion, records: ReturnType<typeof visibleRecords>): Sums {
  const sums = new Map<string, bigint>();
  for (const record of records) {
    const { place, bucket, sum } = recordDigest(record, sha256);
    const name = bucketKey(place, bucket);
    const isAsked = question.ask === 'places' || question.of.includes(question.ask === 'buckets' ? place : name);
    const key = question.ask === 'places' ? place : question.ask === 'buckets' ? name : record.id;
    if (isAsked) sums.set(key, (sums.get(key) ?? 0n) + sum);
  }
  return [...sums].map(([key, sum]) => [key, sumText(BigInt.asUintN(128, sum))]);
}
