import { catalogue } from '../../catalogue/index.ts';
import { answersBack } from '../../domain/form/answers-back.ts';
import type { RegisterRecord } from '../answers.ts';
import { textOf } from '../held.ts';
import type { Reopened } from '../lives/answers.ts';

/** What the reading back needs of the register. */
export interface RecordSource {
  readonly get: (id: string) => RegisterRecord | undefined;
}

/**
 * A fact as the form and the answers it was written from. It is asked again where it was: at the household it names, else
 * where its person lives; or at the village it stands at. `undefined` for what no form writes.
 */
export function reopenFact(register: RecordSource, id: string): Reopened | undefined {
  const fact = register.get(id);
  if (fact === undefined) return undefined;
  const back = answersBack(catalogue.forms, fact, (other) => register.get(other));
  if (back === undefined) return undefined;
  const where = back.form.asks === 'village' ? fact.place : householdOf(register, fact);
  return { form: back.form.key, where, answers: back.answers };
}

function householdOf(register: RecordSource, { fields }: RegisterRecord): string {
  const named = Object.keys(fields).flatMap((field) => register.get(textOf(fields, field)) ?? []);
  const household = named.find(({ kind }) => kind === 'household');
  return household?.id ?? named.map((record) => textOf(record.fields, 'household')).find((one) => one !== '') ?? '';
}
