import { catalogue } from '../../catalogue/index.ts';
import { holds } from '../../domain/condition.ts';
import { type AnswersBack, answersBack, changesBack } from '../../domain/form/answers-back.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { ToldRecord } from '../../domain/form/told-pairs.ts';
import { personKind, textOf } from '../held.ts';

/** What the reading back needs of the register. */
interface RecordSource {
  readonly get: (id: string) => ToldRecord | undefined;
}

interface ToldFact extends ToldRecord {
  readonly id: string;
}

/** The facts of one act as the form and the answers they were written from; `undefined` for what no form writes. */
export function readFactsBack(register: RecordSource, facts: readonly ToldFact[]): AnswersBack | undefined {
  const get = (id: string) => register.get(id);
  const hasMade = facts.some(isOfSomebodyMade);
  const suited = catalogue.forms.filter(
    (form) => suitsTold(register, form, facts) && (!hasMade || makesSomebody(form)),
  );
  return (
    answersBack(suited, facts, get) ?? answersBack(catalogue.forms, facts, get) ?? changesBack(catalogue.forms, facts)
  );
}

/** Whom the act itself made has the op before it; by now an undo may have taken her. */
function isOfSomebodyMade({ id, fields }: ToldFact): boolean {
  const [device, seq] = id.split('.');
  const [maker, first] = textOf(fields, 'person').split('.');
  return maker === device && Number(first) + 1 === Number(seq);
}

function makesSomebody({ writes }: FormDefinition): boolean {
  return writes.some(({ kind, onto }) => kind === personKind && onto === undefined);
}

/** Where two forms write the same, e.g. who settles and who comes home, what the fact says stood before tells them apart. */
function suitsTold(register: RecordSource, { suits }: FormDefinition, [fact]: readonly ToldRecord[]): boolean {
  const { field, old } = fact?.fields ?? {};
  const person = fact && register.get(textOf(fact.fields, 'person'));
  if (suits === undefined || typeof field !== 'string' || old === undefined || person === undefined) return true;
  return holds(suits, { person: { ...person.fields, [field]: old } });
}
