import { catalogue } from '../../../catalogue/index.ts';
import { problems } from '../../../domain/form/answers.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Screen } from '../../screen.ts';

export type OpenTask = Awaited<ReturnType<Screen['phone']['tasks']>>['tasks'][number];

/** More open tasks than these no village has at once. */
const most = 5000;

/** What is still to be done in one household. */
export async function tasksOfHousehold(screen: Screen, household: string, place: string): Promise<readonly OpenTask[]> {
  const { tasks } = await screen.phone.tasks(place, most);
  return tasks.filter((task) => task.household === household);
}

export function formOfTask(task: OpenTask): FormDefinition | undefined {
  return catalogue.forms.find((form) => form.key === task.form);
}

/**
 * What a tick answers: that it was done today, for that person. `undefined` where the form must be told more, and for
 * what only a person's own panel holds.
 */
export function answersOfTick(task: OpenTask, today: string): Fields | undefined {
  const form = formOfTask(task);
  if (form === undefined || form.shown === 'panel' || form.key === visitForm) return undefined;
  const answers: Fields = { date: today, ...(form.subject !== undefined && { [form.subject]: task.person }) };
  return problems(form, answers).length === 0 ? answers : undefined;
}

/** The form that the visit itself is: its own tasks are settled by saving it. */
export const visitForm = 'visit';
