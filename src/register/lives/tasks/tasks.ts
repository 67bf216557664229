import { holds, operandValue } from '../../../domain/condition.ts';
import type { TaskDefinition } from '../../../domain/worklist.ts';
import type { Folk } from '../../folk.ts';
import { type Held, householdKind, personKind, textOf } from '../../held.ts';
import type { Task } from '../answers.ts';
import { type Day, lifeScope } from '../life-scope.ts';

/** A task of one record: which definition, and since when it is due. */
export interface DueTask {
  readonly definition: TaskDefinition;
  readonly due: string;
}

/** Tasks of this day's season, by the kind of record that they are about. */
export type TasksOfDay = ReadonlyMap<string, readonly TaskDefinition[]>;

export function tasksOfDay(tasks: readonly TaskDefinition[], { today, newYear }: Day): TasksOfDay {
  const day = { today, newYear };
  const now = tasks.filter(({ season }) => season === undefined || holds(season, day));
  return new Map(now.map(({ kind }) => [kind, now.filter((task) => task.kind === kind)]));
}

/** The one derivation: what is to be done about a record today, by its life alone. */
export function tasksOf(folk: Folk, record: Held, day: Day, tasks: TasksOfDay): readonly DueTask[] {
  const scope = lifeScope(folk, record, day);
  const found: DueTask[] = [];
  for (const definition of tasks.get(record.kind) ?? []) {
    if (!holds(definition.where, scope)) continue;
    const due = operandValue(definition.due, scope);
    found.push({ definition, due: typeof due === 'string' ? due : day.today });
  }
  // Who was erased on request stands in no household: nobody is sent there.
  const isNowhere = found.length > 0 && record.kind === personKind && folk.householdOf(record) === undefined;
  return isNowhere ? [] : found;
}

/** As the home screen draws it: the person's name, or that of the household's head. */
export function taskLine(folk: Folk, record: Held, { definition, due }: DueTask): Task {
  const household = record.kind === householdKind ? record : folk.householdOf(record);
  const named = record.kind === householdKind ? folk.members(record.id)[0] : record;
  return {
    id: `${definition.key} ${record.id}`,
    definition: definition.key,
    person: record.kind === householdKind ? '' : record.id,
    household: household?.id ?? '',
    householdNumber: household === undefined ? '' : textOf(household.fields, 'number'),
    villageName: folk.places.name(household?.place ?? record.place),
    name: named === undefined ? '' : textOf(named.fields, 'fullName'),
    sex: named === undefined ? '' : textOf(named.fields, 'sex'),
    birthYear: named === undefined ? '' : textOf(named.fields, 'birthDate').slice(0, 4),
    reason: definition.reason,
    due,
    form: definition.form,
    orElse: definition.orElse ?? '',
  };
}
