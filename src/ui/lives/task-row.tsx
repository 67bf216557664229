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

/** As the register answers it; with the names of the forms that settle it. */
interface TaskRowProps {
  readonly task: {
    readonly id: string;
    readonly person: string;
    readonly household: string;
    readonly householdNumber: string;
    readonly name: string;
    readonly sex: string;
    readonly birthYear: string;
    readonly reason: Words;
    readonly due: string;
    readonly form: string;
    readonly orElse: string;
  };
  /** What a form is called, by its key. */
  readonly titleOf: (form: string) => Words | undefined;
}

/** A name and a household: a neighbour may be looking. The reason opens on a tap, and under it the form that settles it. */
export function TaskRow({ task, titleOf }: TaskRowProps): VNode {
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
        </span>
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      <div id={reason} class="task-reason" hidden={!isOpen}>
        {isOpen && <Reason task={task} titleOf={titleOf} />}
      </div>
    </li>
  );
}

function nameTask(task: TaskRowProps['task']): string {
  const copy = livesWords.value.tasks;
  if (task.name === '') return copy.visitHousehold(task.householdNumber);
  return copy.visit(callPerson(task, civilToday(), copy.calls), task.householdNumber);
}

function wordSettling(title: Words | undefined): string {
  const copy = livesWords.value.tasks;
  return title ? copy.settle(say(title, language.value)) : copy.settleThis;
}

function Reason({ task, titleOf }: TaskRowProps): VNode {
  const copy = livesWords.value.tasks;
  const spoken = language.value;
  return (
    <>
      <p>
        {say(task.reason, spoken)}
        {task.due !== '' && <span class="soft"> · {copy.since(formatDate(task.due))}</span>}
      </p>
      <div class="row-of-buttons">
        {[task.form, task.orElse]
          .filter((form) => form !== '')
          .map((form) => (
            <a key={form} class="button" href={taskPath(task.household, form, task.person)}>
              <span>{wordSettling(titleOf(form))}</span>
            </a>
          ))}
        <a class="button button-quiet" href={householdPath(task.household)}>
          <span>{copy.open}</span>
        </a>
      </div>
    </>
  );
}
