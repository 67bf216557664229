import { catalogue } from '../../catalogue/index.ts';
import { definitionOf } from '../../domain/book/book.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Write } from '../../domain/form/writes.ts';
import { canonicalText, type Fields, type Value } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf, shown } from '../../sync/records/merge.ts';
import type { RecordingBook } from './book.ts';

type Book = Pick<RecordingBook, 'store'>;

/** What stands in the void of a fact that is told anew in the same act. */
const toldAnew = 'Ghi lại theo thông tin đã sửa';

/** Records that a form made before and writes again as they are called, by the name of their write. */
export interface Kept {
  readonly [write: string]: {
    readonly id: string;
    /** Fields that the form writes: what it does not answer any more is emptied. */
    readonly fields: readonly string[];
  };
}

/** One form's writes as drafts that stand together. `made` counts from the first of them. */
export function draftsOf(book: Book, writes: readonly Write[], where: string, kept: Kept = {}): readonly OpDraft[] {
  const drawn = writes.filter((write) => {
    const again = kept[write.name];
    return again === undefined || Object.keys(changedValues(book, again, knownValues(write, idsIn(kept)))).length > 0;
  });
  return drawn.map((write): OpDraft => {
    const { kind, nature, takesBack, place = where } = write;
    if (takesBack !== undefined) return takenBack(book, { kind, id: takesBack, place });
    const again = kept[write.name];
    const onto = write.onto ?? again?.id;
    const values = withLinks(write, drawn, kept);
    if (nature === 'fact') return { kind, place, add: values };
    if (onto === undefined) return { kind, place, put: values };
    const put = again === undefined ? values : changedValues(book, again, values);
    return { kind, id: onto, place, put, seen: seenOf(book.store.shown(onto), Object.keys(put)) };
  });
}

function takenBack(
  { store }: Book,
  fact: { readonly kind: string; readonly id: string; readonly place: string },
): OpDraft {
  return { ...fact, void: { reason: toldAnew }, seen: seenOf(store.shown(fact.id), ['void']) };
}

function changedValues({ store }: Book, { id, fields }: Kept[string], values: Fields): Fields {
  const state = store.shown(id);
  const told = [...new Set([...fields, ...Object.keys(values)])].map(
    (field) => [field, values[field] ?? null] as const,
  );
  return Object.fromEntries(told.filter(([field, value]) => !isSame(state && shown(state, field), value)));
}

/**
 * Which of the records that a form made can be written again as they are called: not where a dated value would change, for
 * those are moved by facts only.
 */
export function keptOf(book: Book, form: FormDefinition, writes: readonly Write[], made: Made): Kept {
  const kept = keptAmong(book, form, writes, made);
  // Who was to be linked with one that is made anew may not be kept either.
  const isSettled = Object.keys(kept).length === Object.keys(made).length;
  return isSettled ? kept : keptOf(book, form, writes, idsIn(kept));
}

/** Ids by the name of the write that made them. */
type Made = { readonly [write: string]: string };

function keptAmong(book: Book, form: FormDefinition, writes: readonly Write[], made: Made): Kept {
  const kept: { [write: string]: Kept[string] } = {};
  for (const [name, id] of Object.entries(made)) {
    const [write, definition] = [writes.find((one) => one.name === name), form.writes.find((one) => one.name === name)];
    if (write === undefined || definition?.onto !== undefined || book.store.shown(id) === undefined) continue;
    const again = { id, fields: Object.keys(definition?.values ?? {}) };
    const changed = changedValues(book, again, knownValues(write, made));
    const fields = definitionOf(catalogue, write.kind)?.fields ?? [];
    if (!fields.some(({ key, isDated }) => isDated && Object.hasOwn(changed, key))) kept[name] = again;
  }
  return kept;
}

/** Values with those links whose record is known already. */
function knownValues({ fields, links }: Write, made: Made): Fields {
  const known = Object.entries(links).flatMap(([field, name]) => {
    const id = made[name];
    return id === undefined ? [] : [[field, id] as const];
  });
  return { ...fields, ...Object.fromEntries(known) };
}

function idsIn(kept: Kept): Made {
  return Object.fromEntries(Object.entries(kept).map(([name, { id }]) => [name, id]));
}

function isSame(one: Value | undefined, other: Value): boolean {
  return canonicalText(one ?? null) === canonicalText(other);
}

function withLinks({ fields, links }: Write, drawn: readonly Write[], kept: Kept): Fields {
  const made = Object.entries(links).map(([field, name]) => {
    const known = kept[name]?.id;
    return [field, known ?? { made: drawn.findIndex((write) => write.name === name) }] as const;
  });
  return { ...fields, ...Object.fromEntries(made) };
}
