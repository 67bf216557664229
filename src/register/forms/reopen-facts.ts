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
 * The facts of one act as the form and the answers they were written from. It is asked again where it was: at the
 * household that the first names, else where its person lives; or at the village it stands at. `undefined` for what no
 * form writes.
 */
export function reopenFacts(register: RecordSource, ids: readonly string[]): Reopened | undefined {
  const facts = ids.flatMap((id) => register.get(id) ?? []);
  const [fact] = facts;
  const back = answersBack(catalogue.forms, facts, (other) => register.get(other));
  if (fact === undefined || back === undefined) return undefined;
  const where = back.form.asks === 'village' ? fact.place : householdOf(register, fact);
  return { form: back.form.key, where, answers: back.answers };
}

function householdOf(register: RecordSource, { fields }: RegisterRecord): string {
  const named = Object.keys(fields).flatMap((field) => register.get(textOf(fields, field)) ?? []);
  const household = named.find(({ kind }) => kind === 'household');
  return household?.id ?? named.map((record) => textOf(record.fields, 'household')).find((one) => one !== '') ?? '';
}
