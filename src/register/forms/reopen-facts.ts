import { catalogue } from '../../catalogue/index.ts';
import { holds } from '../../domain/condition.ts';
import { type AnswersBack, answersBack, changesBack, contextBack } from '../../domain/form/answers-back.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { RegisterRecord } from '../answers.ts';
import { textOf } from '../held.ts';

/** What the reading back needs of the register. */
export interface RecordSource {
  readonly get: (id: string) => RegisterRecord | undefined;
}

/** The facts of one act as the form and the answers they were written from; `undefined` for what no form writes. */
export function readFactsBack(register: RecordSource, facts: readonly RegisterRecord[]): AnswersBack | undefined {
  const get = (id: string) => register.get(id);
  const suited = catalogue.forms.filter((form) => suitsTold(register, form, facts));
  return (
    answersBack(suited, facts, get) ?? answersBack(catalogue.forms, facts, get) ?? changesBack(catalogue.forms, facts)
  );
}

/** Where two forms write the same, e.g. who settles and who comes home, what the fact says stood before tells them apart. */
function suitsTold(register: RecordSource, { suits }: FormDefinition, [fact]: readonly RegisterRecord[]): boolean {
  const { field, old } = fact?.fields ?? {};
  const person = fact && register.get(textOf(fact.fields, 'person'));
  if (suits === undefined || typeof field !== 'string' || old === undefined || person === undefined) return true;
  return holds(suits, { person: { ...person.fields, [field]: old } });
}

/**
 * Where it is asked again, once the facts are gone: at the household that they say it was asked at; else where somebody
 * whom the first of them names lives then, or at the household that it names.
 */
export function placeAskedAt(register: RecordSource, form: FormDefinition, facts: readonly RegisterRecord[]): string {
  const told = contextBack(form, facts)['household.id'];
  if (typeof told === 'string' && register.get(told) !== undefined) return told;
  const fields = facts[0]?.fields ?? {};
  const named = Object.keys(fields).flatMap((field) => register.get(textOf(fields, field)) ?? []);
  const home = named.map((record) => textOf(record.fields, 'household')).find((one) => one !== '');
  return home ?? named.find(({ kind }) => kind === 'household')?.id ?? '';
}
