import type { VNode } from 'preact';
import { catalogue } from '../../../catalogue/index.ts';
import { formNamed } from '../../../domain/catalogue.ts';
import { say } from '../../../domain/words.ts';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { language } from '../../../ui/language.ts';
import { TaskRow } from '../../../ui/lives/task-row.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { type OpenTask, type Tick, visitForm, withoutRivals } from './visit-tasks.ts';

interface TasksAlongProps {
  readonly tasks: readonly OpenTask[];
  readonly ticks: readonly Tick[];
  readonly done: readonly string[];
  readonly onDone: (ids: readonly string[]) => void;
}

/** What one tick can settle is ticked; what must be told more has its own form. */
export function TasksAlong({ tasks, ticks, done, onDone }: TasksAlongProps): VNode {
  const copy = livesWords.value.visit;
  const others = tasks.filter((task) => task.form !== visitForm && !ticks.some((tick) => tick.task.id === task.id));
  return (
    <>
      {ticks.length > 0 && (
        <TickRows
          id="visit-along"
          label={copy.along}
          hint={copy.alongNote}
          choices={ticks.map(({ id, task, title }) => ({
            key: id,
            label: task.name,
            note: say(title, language.value),
          }))}
          ticked={done}
          isOptional
          onTick={(ids) => onDone(withoutRivals(ids, ticks))}
        />
      )}
      {others.length > 0 && (
        <section class="section">
          <h2>{copy.others}</h2>
          <ul class="ledger">
            {others.map((task) => (
              <TaskRow key={task.id} tasks={[task]} titleOf={(form) => formNamed(catalogue, form)?.title} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
