import { catalogue } from '../../catalogue/index.ts';
import { type AnswersBack, answersBack, changesBack } from '../../domain/form/answers-back.ts';
import type { RegisterRecord } from '../answers.ts';
import { textOf } from '../held.ts';

/** What the reading back needs of the register. */
export interface RecordSource {
  readonly get: (id: string) => RegisterRecord | undefined;
}

/** The facts of one act as the form and the answers they were written from; `undefined` for what no form writes. */
export function readFactsBack(register: RecordSource, facts: readonly RegisterRecord[]): AnswersBack | undefined {
  return answersBack(catalogue.forms, facts, (id) => register.get(id)) ?? changesBack(catalogue.forms, facts);
}

/**
 * Where it is asked again, once the fact is gone: where somebody whom it names lives then, else at the household that it
 * names.
 */
export function placeAskedAt(register: RecordSource, { fields }: RegisterRecord): string {
  const named = Object.keys(fields).flatMap((field) => register.get(textOf(fields, field)) ?? []);
  const home = named.map((record) => textOf(record.fields, 'household')).find((one) => one !== '');
  return home ?? named.find(({ kind }) => kind === 'household')?.id ?? '';
}
