import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import { formNamed } from '../../../domain/catalogue.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language } from '../../../ui/language.ts';
import { TaskRow, tasksByPerson } from '../../../ui/lives/task-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { keepsVillages, type ScreenProps } from '../../screen.ts';
import { VillageChoice } from '../part/village-choice.tsx';

const portion = 40;

/** Everything that is to be done, village by village. */
export function Tasks({ screen, query }: ScreenProps): VNode | null {
  const place = query.place ?? '';
  const [shown, setShown] = useState(portion);
  const answer = useLatest(() => screen.phone.tasks(place, shown), `${place} ${shown}`, screen.revision.value);
  const copy = livesWords.value;
  if (answer === undefined) return null;
  const { tasks, total } = answer;
  const left = total - tasks.length;
  return (
    <Page title={copy.tasks.title} note={copy.home.count(spellNumber(total, language.value))} onBack={screen.back}>
      <VillageChoice screen={screen} place={place} path="/tasks" />
      {total === 0 && <p>{copy.tasks.none}</p>}
      <ul class="ledger">
        {tasksByPerson(tasks).map((row) => (
          <TaskRow
            key={row[0].id}
            tasks={row}
            titleOf={(form) => formNamed(catalogue, form)?.title}
            isVillageTold={place === '' && keepsVillages(screen.who)}
          />
        ))}
      </ul>
      {left > 0 && <Button label={copy.tasks.more(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}
