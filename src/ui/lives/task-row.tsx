import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { say, type Words } from '../../domain/words.ts';
import { Icon } from '../icon.tsx';
import { language } from '../language.ts';
import { livesWords } from '../words/lives-words.ts';
import { civilToday } from '../words/today.ts';
import { callPerson } from './call-person.ts';
import { householdPath, taskPath } from './paths.ts';

/** As the register answers it. */
interface ShownTask {
  readonly id: string;
  readonly person: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly name: string;
  readonly sex: string;
  readonly birthYear: string;
  readonly reason: Words;
  readonly due: string;
  readonly form: string;
  readonly orElse: string;
}

/** Everything that is to be done about one person, or one household, in the place of the first. */
export function tasksByPerson<Task extends Pick<ShownTask, 'person' | 'household'>>(
  tasks: readonly Task[],
): readonly (readonly [Task, ...Task[]])[] {
  const rows = new Map<string, [Task, ...Task[]]>();
  for (const task of tasks) {
    const key = `${task.household} ${task.person}`;
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [task]);
    else row.push(task);
  }
  return [...rows.values()];
}

interface TaskRowProps {
  /** Of one person or household. */
  readonly tasks: readonly [ShownTask, ...ShownTask[]];
  /** What a form is called, by its key. */
  readonly titleOf: (form: string) => Words | undefined;
  /** Rows of several villages stand together: a number alone does not say whose. */
  readonly isVillageTold?: boolean;
}

/** A name and a household: a neighbour may be looking. The reasons open on a tap, and under each the form that settles it. */
export function TaskRow({ tasks, titleOf, isVillageTold = false }: TaskRowProps): VNode {
  const [task] = tasks;
  const [isOpen, setOpen] = useState(false);
  const reason = `task-${task.id.replaceAll(' ', '-')}`;
  return (
    <li>
      <button
        type="button"
        class="ledger-row"
        aria-expanded={isOpen}
        aria-controls={reason}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="ledger-main">
          <span class="ledger-title">{nameTask(task)}</span>
          {isVillageTold && <span class="ledger-note">{task.villageName}</span>}
        </span>
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      <div id={reason} class="task-reason" hidden={!isOpen}>
        {isOpen && tasks.map((one) => <Reason key={one.id} task={one} titleOf={titleOf} />)}
        {isOpen && task.household !== '' && (
          <a class="button button-quiet" href={householdPath(task.household)}>
            <span>{livesWords.value.tasks.open}</span>
          </a>
        )}
      </div>
    </li>
  );
}

export function nameTask(task: ShownTask): string {
  const copy = livesWords.value.tasks;
  // Who asked to be forgotten is nowhere any more; what she asked for may still wait for its answer.
  if (task.name === '' && task.household === '') return copy.erased;
  if (task.name === '') return copy.visitHousehold(task.householdNumber);
  return copy.visit(callPerson(task, civilToday(), copy.calls), task.householdNumber);
}

function wordSettling(title: Words | undefined): string {
  const copy = livesWords.value.tasks;
  return title ? copy.settle(say(title, language.value)) : copy.settleThis;
}

interface ReasonProps extends Pick<TaskRowProps, 'titleOf'> {
  readonly task: ShownTask;
}

function Reason({ task, titleOf }: ReasonProps): VNode {
  const copy = livesWords.value.tasks;
  const spoken = language.value;
  return (
    <>
      <p>
        {say(task.reason, spoken)}
        {isSince(task) && <span class="soft"> · {copy.since(formatDate(task.due))}</span>}
      </p>
      <div class="row-of-buttons">
        {[task.form, task.orElse]
          .filter((form) => form !== '')
          .map((form) => (
            <a key={form} class="button" href={taskPath(task.household, form, task.person)}>
              <span>{wordSettling(titleOf(form))}</span>
            </a>
          ))}
      </div>
    </>
  );
}

/** What is due whenever it is looked for has no day since when. */
function isSince({ due }: ShownTask): boolean {
  return due !== '' && due < civilToday();
}
