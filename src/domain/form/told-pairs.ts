import { canonicalText, type Fields } from '../value.ts';
import type { FormDefinition, FormWrite, WriteSource } from './form.ts';

/* Which write of a form each fact came of. */

/** A record as far as its answers are read back from it. */
export interface ToldRecord {
  readonly kind: string;
  readonly fields: Fields;
}

/** Ids of the records that a form made beside these facts, by the name of their write. */
export function recordsMade(form: FormDefinition, facts: readonly ToldRecord[]): { readonly [write: string]: string } {
  const made: { [write: string]: string } = {};
  for (const { write, fact } of pairsOf(form, facts) ?? []) {
    for (const [field, source] of Object.entries(write.values)) {
      const id = fact.fields[field];
      for (const part of partsOf(source)) if ('made' in part && typeof id === 'string') made[part.made] = id;
    }
  }
  return made;
}

interface Pair {
  readonly write: FormWrite;
  readonly fact: ToldRecord;
}

/** Each fact with the write it came of, in their order; told changes of what was put beside them come of none. */
export function pairsOf(form: FormDefinition, facts: readonly ToldRecord[]): readonly Pair[] | undefined {
  const told = new Set(form.writes.flatMap(({ changes }) => (changes ? [changes.kind] : [])));
  const left = form.writes.filter(({ onto }) => onto === undefined);
  const pairs: Pair[] = [];
  for (const fact of facts) {
    const place = left.findIndex(
      ({ kind, values }) => kind === fact.kind && saysSo(values, fact.fields) && saysAll(values, fact.fields),
    );
    const [write] = place < 0 ? [] : left.splice(place, 1);
    if (write !== undefined) pairs.push({ write, fact });
    else if (!told.has(fact.kind)) return undefined;
  }
  return pairs;
}

/** The literals of a write tell forms of one kind of fact apart. */
export function saysSo(values: FormWrite['values'], fields: Fields): boolean {
  return Object.entries(values).every(
    ([field, source]) => !('value' in source) || canonicalText(fields[field] ?? null) === canonicalText(source.value),
  );
}

/** A fact that says what the form never writes was not written by it. */
export function saysAll(values: FormWrite['values'], fields: Fields): boolean {
  return Object.entries(fields).every(([field, value]) => value === null || field in values);
}

/** A choice between sources is read back by the one that is an answer. */
export function partsOf(source: WriteSource): readonly WriteSource[] {
  return 'choose' in source ? source.choose.flatMap(({ use }) => partsOf(use)) : [source];
}
