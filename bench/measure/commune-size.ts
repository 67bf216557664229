import { catalogue } from '../../src/catalogue/index.ts';
import { demoCommune, makeSample, villageSizes } from '../../src/sample/sample.ts';

/** What stands in the invented commune of about `people` people: the bars of storage count persons and facts. */
export interface CommuneSize {
  readonly people: number;
  /** Births, moves, visits, check-ups: whatever happened. */
  readonly facts: number;
  readonly records: number;
}

export function countCommune(about: number): CommuneSize {
  const today = new Date().toISOString().slice(0, 10);
  const options = { ...demoCommune, households: villageSizes(about), today, device: 'd', user: 'u', writtenAt: 0 };
  const kinds = new Map<string, Set<string>>();
  for (const op of makeSample(options).ops) {
    const ids = kinds.get(op.k) ?? new Set();
    kinds.set(op.k, ids.add(op.id));
  }
  const sizeOf = (kind: string): number => kinds.get(kind)?.size ?? 0;
  const sizes = [...kinds.values()].map((ids) => ids.size);
  return {
    people: sizeOf('person'),
    facts: catalogue.records.reduce((total, { kind, nature }) => total + (nature === 'fact' ? sizeOf(kind) : 0), 0),
    records: sizes.reduce((total, size) => total + size, 0),
  };
}
