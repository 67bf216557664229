import type { FormDefinition } from '../../domain/form/form.ts';
import { pairsOf } from '../../domain/form/told-pairs.ts';
import type { RegisterRecord } from '../answers.ts';
import { textOf } from '../held.ts';

interface RecordSource {
  readonly get: (id: string) => RegisterRecord | undefined;
}

/**
 * Where a form is asked again, once its facts are gone: at the household that they say it was asked at; else where
 * somebody whom the first of them names lives then, or at the household that it names.
 */
export function placeAskedAt({ get }: RecordSource, form: FormDefinition, facts: readonly RegisterRecord[]): string {
  const told = toldHousehold(form, facts);
  if (get(told) !== undefined) return told;
  const fields = facts[0]?.fields ?? {};
  const named = Object.keys(fields).flatMap((field) => get(textOf(fields, field)) ?? []);
  const home = named.map((record) => textOf(record.fields, 'household')).find((one) => one !== '');
  return home ?? named.find(({ kind }) => kind === 'household')?.id ?? '';
}

/** The household that a write took as it stood from where the form was asked. */
function toldHousehold(form: FormDefinition, facts: readonly RegisterRecord[]): string {
  const told = (pairsOf(form, facts) ?? []).flatMap(({ write, fact }) => {
    const taken = Object.entries(write.values).find(
      ([, source]) => 'context' in source && source.context === 'household.id',
    );
    return taken === undefined ? [] : textOf(fact.fields, taken[0]);
  });
  return told[0] ?? '';
}
