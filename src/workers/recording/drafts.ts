import type { Write } from '../../domain/form/writes.ts';
import type { Fields } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf } from '../../sync/records/merge.ts';
import type { RecordingBook } from './book.ts';

/** One form's writes as drafts that stand together. `made` counts from the first of them. */
export function draftsOf(
  { store }: Pick<RecordingBook, 'store'>,
  writes: readonly Write[],
  where: string,
): readonly OpDraft[] {
  return writes.map((write): OpDraft => {
    const { kind, nature, onto, place = where } = write;
    const values = withLinks(write, writes);
    if (nature === 'fact') return { kind, place, add: values };
    if (onto === undefined) return { kind, place, put: values };
    return { kind, id: onto, place, put: values, seen: seenOf(store.shown(onto), Object.keys(values)) };
  });
}

function withLinks({ fields, links }: Write, writes: readonly Write[]): Fields {
  const made = Object.entries(links).map(([field, name]) => {
    const index = writes.findIndex((write) => write.name === name);
    return [field, { made: index }] as const;
  });
  return { ...fields, ...Object.fromEntries(made) };
}
