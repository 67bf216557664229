import type { BookRecord } from '../../domain/book/book.ts';
import type { Timeline } from '../../domain/book/timeline.ts';
import type { UnitRow } from '../../sync/activation.ts';
import type { RecordState } from '../../sync/records/record-state.ts';

/** What the book says already: how an import sees the register it goes into. */
export interface Known {
  /** Unit id of the commune. */
  readonly commune: string;
  /** Unit id of a village of this commune by its code; of one that is no more, where none is called so today. */
  village(code: string): string | undefined;
  /** Whether a village is no more: joined into another. */
  isEnded(place: string): boolean;
  /** The merged record, a voided one too; of somebody who was joined with another, the one that stands for both. */
  state(id: string): RecordState | undefined;
  /** A living record, as the engine reads it. */
  record(id: string): BookRecord | undefined;
  /** What a living record was from its opening on. */
  life(id: string): Timeline | undefined;
  /** Living facts that name a record. */
  factsNaming(id: string): readonly BookRecord[];
  /** Living records of a kind. */
  all(kind: string): Iterable<BookRecord>;
}

/** @param villages of the commune, those that are no more too */
export function knownVillages(
  villages: readonly Pick<UnitRow, 'id' | 'code' | 'validTo'>[],
): Pick<Known, 'village' | 'isEnded'> {
  const ended = villages.filter(({ validTo = '' }) => validTo !== '');
  const gone = new Set(ended.map(({ id }) => id));
  const byCode = new Map([...ended, ...villages.filter(({ id }) => !gone.has(id))].map(({ code, id }) => [code, id]));
  return { village: (code) => byCode.get(code), isEnded: (place) => gone.has(place) };
}
