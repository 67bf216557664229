import type { VNode } from 'preact';
import { catalogue } from '../../catalogue/index.ts';
import { formNamed } from '../../domain/catalogue.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { language } from '../../ui/language.ts';
import { TaskRow, tasksByPerson } from '../../ui/lives/task-row.tsx';
import { livesWords } from '../../ui/words/lives-words.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import { keepsVillages, type Screen } from '../screen.ts';
import { TasksComing } from './tasks-coming.tsx';

/** As many as a thumb reads without scrolling; the rest has a page. */
const fewest = 4;

/** What is to be done, asked for after the search stands: the first ones, and how many there are. */
export function TodayTasks({ screen }: { readonly screen: Screen }): VNode {
  const answer = useLatest(() => screen.phone.tasks('', fewest), 'today', screen.revision.value);
  // A book that is still on its way has no tasks yet: nobody is told that there is nothing to do.
  const { is, isWhole } = screen.sync.value;
  const isOnItsWay = is === 'opening' || !isWhole;
  if (answer === undefined || (answer.total === 0 && isOnItsWay)) return <TasksComing />;
  const copy = livesWords.value.home;
  const { tasks, total } = answer;
  const count = (number: number): string => spellNumber(number, language.value);
  return (
    <section class="section">
      <div class="head-line">
        <h2>{copy.tasks}</h2>
        {total > 0 && <p class="soft">{copy.count(count(total))}</p>}
      </div>
      {total === 0 && <p class="soft">{copy.none}</p>}
      {total > 0 && (
        <ul class="ledger">
          {tasksByPerson(tasks).map((row) => (
            <TaskRow
              key={row[0].id}
              tasks={row}
              titleOf={(form) => formNamed(catalogue, form)?.title}
              isVillageTold={keepsVillages(screen.who)}
            />
          ))}
        </ul>
      )}
      {total > tasks.length && (
        <div>
          <a class="button button-quiet" href="/tasks">
            <span>{copy.all(count(total - tasks.length))}</span>
          </a>
        </div>
      )}
    </section>
  );
}
