import { catalogue } from '../../../catalogue/index.ts';
import { formNamed } from '../../../domain/catalogue.ts';
import { problems } from '../../../domain/form/answers.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import type { Screen } from '../../screen.ts';

export type OpenTask = Awaited<ReturnType<Screen['phone']['tasks']>>['tasks'][number];

/** More open tasks than these no village has at once. */
const most = 5000;

/** The form that the visit itself is: its own tasks are settled by saving it. */
export const visitForm = 'visit';

/** What one tick settles: a task by its form, by the answer that nothing changed, or by having met the person. */
export interface Tick {
  readonly id: string;
  readonly task: OpenTask;
  readonly title: Words;
  /** Form it is recorded with; that of the visit where it is enough to have met the person. */
  readonly form: string;
}

/** What is still to be done in one household. */
export async function tasksOfHousehold(screen: Screen, household: string, place: string): Promise<readonly OpenTask[]> {
  const { tasks } = await screen.phone.tasks(place, most);
  return tasks.filter((task) => task.household === household);
}

/** Every way in which one tick settles a task on that day. */
export function ticksOf(task: OpenTask, day: string): readonly Tick[] {
  const ways = [task.form, task.orElse].flatMap((key) => formNamed(catalogue, key) ?? []);
  const id = (form: FormDefinition) => `${task.id} ${form.key}`;
  return ways
    .filter((form) => (form.key === visitForm ? task.person !== '' : answersOfTick(form, task, day) !== undefined))
    .map((form) => ({
      id: id(form),
      task,
      form: form.key,
      // The page lies open at somebody's door: why she was to be met stands behind a tap, where it is no visit's own.
      title: task.form === visitForm ? task.reason : form.title,
    }));
}

/** The answers that a tick stands for. */
export function tickAnswers({ form: key, task }: Tick, day: string): Fields {
  const form = formNamed(catalogue, key);
  return (form && answersOfTick(form, task, day)) ?? {};
}

/**
 * That it was done on that day, for that person. `undefined` where the form must be told more, and for what only a
 * person's own panel holds.
 */
function answersOfTick(form: FormDefinition, task: OpenTask, day: string): Fields | undefined {
  if (form.shown === 'panel') return undefined;
  const answers: Fields = { date: day, ...(form.subject !== undefined && { [form.subject]: task.person }) };
  return problems(form, answers).length === 0 ? answers : undefined;
}

/** One task is settled in one way: the way ticked last. */
export function withoutRivals(ticked: readonly string[], ticks: readonly Tick[]): readonly string[] {
  const byTask = new Map(ticked.map((id) => [ticks.find((tick) => tick.id === id)?.task.id, id]));
  return [...byTask.values()];
}
