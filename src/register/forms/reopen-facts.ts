import { catalogue } from '../../catalogue/index.ts';
import { holds } from '../../domain/condition.ts';
import { type AnswersBack, answersBack, changesBack } from '../../domain/form/answers-back.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { ToldRecord } from '../../domain/form/told-pairs.ts';
import { textOf } from '../held.ts';

/** What the reading back needs of the register. */
interface RecordSource {
  readonly get: (id: string) => ToldRecord | undefined;
}

/** The facts of one act as the form and the answers they were written from; `undefined` for what no form writes. */
export function readFactsBack(register: RecordSource, facts: readonly ToldRecord[]): AnswersBack | undefined {
  const get = (id: string) => register.get(id);
  const suited = catalogue.forms.filter((form) => suitsTold(register, form, facts));
  return (
    answersBack(suited, facts, get) ?? answersBack(catalogue.forms, facts, get) ?? changesBack(catalogue.forms, facts)
  );
}

/** Where two forms write the same, e.g. who settles and who comes home, what the fact says stood before tells them apart. */
function suitsTold(register: RecordSource, { suits }: FormDefinition, [fact]: readonly ToldRecord[]): boolean {
  const { field, old } = fact?.fields ?? {};
  const person = fact && register.get(textOf(fact.fields, 'person'));
  if (suits === undefined || typeof field !== 'string' || old === undefined || person === undefined) return true;
  return holds(suits, { person: { ...person.fields, [field]: old } });
}
