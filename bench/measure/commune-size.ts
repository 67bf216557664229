import { demoCommune, makeSample, villageSizes } from '../../src/sample/sample.ts';

/** What stands in the invented commune of about `people` people: the bars of storage count persons and facts. */
export interface CommuneSize {
  readonly people: number;
  readonly births: number;
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
  const sizes = [...kinds.values()].map((ids) => ids.size);
  return {
    people: kinds.get('person')?.size ?? 0,
    births: kinds.get('birth')?.size ?? 0,
    records: sizes.reduce((total, size) => total + size, 0),
  };
}
