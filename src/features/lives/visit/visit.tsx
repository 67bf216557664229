import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { visitKind } from '../../../catalogue/codes/work/visit-kind.ts';
import { visitTopic } from '../../../catalogue/codes/work/visit-topic.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { TaskRow } from '../../../ui/lives/task-row.tsx';
import { Page } from '../../../ui/page.tsx';
import { civilDay } from '../../../ui/words/civil-time.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { MissingScreen } from '../../missing-screen.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { saveVisit } from './save-visit.ts';
import { answersOfTick, formOfTask, type OpenTask, tasksOfHousehold, visitForm } from './visit-tasks.ts';

interface Opened {
  readonly id: string;
  readonly number: string;
  readonly villageName: string;
  readonly tasks: readonly OpenTask[];
}

/** A visit in three taps: how, about what, save. Today is the day; what is still open here is ticked along. */
export function Visit({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => openVisit(screen, id), id);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={words.value.household.missing} />;
  return <VisitForm screen={screen} household={answer.value} />;
}

async function openVisit(screen: Screen, id: string): Promise<Opened | undefined> {
  const household = await screen.phone.household(id);
  if (household === undefined) return undefined;
  const { number, place, villageName } = household;
  return { id, number, villageName, tasks: await tasksOfHousehold(screen, id, place) };
}

function VisitForm({ screen, household }: { readonly screen: Screen; readonly household: Opened }): VNode {
  const [kind, setKind] = useState<string>();
  const [topics, setTopics] = useState<readonly string[]>([]);
  const [done, setDone] = useState<readonly string[]>([]);
  const [found, setFound] = useState<object>();
  const copy = livesWords.value.visit;
  const today = civilDay(Date.now());
  const ticked = household.tasks.filter((task) => done.includes(task.id));
  const saving = useOnce(() => saveVisit(screen, household.id, { kind: kind ?? '', topics, today, ticked }));
  const isWrong = found !== undefined && kind === undefined;
  const press = (): void => {
    setFound({});
    if (kind !== undefined) saving.run();
  };
  return (
    <Page
      title={copy.title}
      note={`${words.value.household.household(household.number)} · ${household.villageName} · ${copy.today(formatDate(today))}`}
      onBack={screen.back}
      action={<Button label={words.value.app.save} isMain isBusy={saving.isBusy} onPress={press} />}
    >
      <ErrorSummary errors={isWrong ? [{ control: 'visit-kind', text: copy.kindMissing }] : []} found={found} />
      <ChoiceRows
        id="visit-kind"
        label={copy.kind}
        choices={choicesOf(visitKind)}
        chosen={kind}
        {...(isWrong && { error: copy.kindMissing })}
        onChoose={setKind}
      />
      <TickRows
        id="visit-topics"
        label={copy.topics}
        choices={choicesOf(visitTopic)}
        ticked={topics}
        isOptional
        onTick={setTopics}
      />
      <TasksAlong household={household} today={today} done={done} onDone={setDone} />
    </Page>
  );
}

function choicesOf({ codes }: CodeList) {
  return codes.map(({ key, label }) => ({ key, label: say(label, language.value) }));
}

interface TasksAlongProps {
  readonly household: Opened;
  readonly today: string;
  readonly done: readonly string[];
  readonly onDone: (ids: readonly string[]) => void;
}

/** What one tick can settle is ticked; what must be told more has its own form. */
function TasksAlong({ household, today, done, onDone }: TasksAlongProps): VNode {
  const copy = livesWords.value.visit;
  const own = household.tasks.filter((task) => task.form !== visitForm);
  const tickable = own.filter((task) => answersOfTick(task, today) !== undefined);
  const others = own.filter((task) => !tickable.includes(task));
  return (
    <>
      {tickable.length > 0 && (
        <TickRows
          id="visit-along"
          label={copy.along}
          hint={copy.alongNote}
          choices={tickable.map((task) => ({
            key: task.id,
            label: task.name,
            note: say(formOfTask(task)?.title ?? task.reason, language.value),
          }))}
          ticked={done}
          isOptional
          onTick={onDone}
        />
      )}
      {others.length > 0 && (
        <section class="section">
          <h2>{copy.others}</h2>
          <ul class="ledger">
            {others.map((task) => (
              <TaskRow key={task.id} task={task} formTitle={formOfTask(task)?.title} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
