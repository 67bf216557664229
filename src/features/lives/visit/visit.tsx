import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { visitKind } from '../../../catalogue/codes/work/visit-kind.ts';
import { visitTopic } from '../../../catalogue/codes/work/visit-topic.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { CodeList } from '../../../domain/field.ts';
import type { Finding } from '../../../domain/form/check.ts';
import type { Fields } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { PersonLine } from '../../../register/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { idsIn, textIn, useKeptAnswers, useKeptDraft } from '../../../ui/hook/kept-answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { householdKept } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { saveVisit } from './save-visit.ts';
import { TasksAlong } from './tasks-along.tsx';
import { type OpenTask, tasksOfHousehold, ticksOf } from './visit-tasks.ts';

interface Opened {
  readonly id: string;
  readonly number: string;
  readonly villageName: string;
  readonly people: readonly PersonLine[];
  readonly tasks: readonly OpenTask[];
}

/**
 * A visit in three taps: how, about what, save. Today stands there; who was met is chosen where it matters. `?person=`
 * presets it. What was answered before a call or a lock stands again.
 */
export function Visit({ screen, params, query }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => openVisit(screen, id), id);
  const kept = householdKept('visit', id);
  const begun = useKeptDraft(screen, kept);
  if (answer === undefined || begun === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={words.value.household.missing} />;
  const person = query.person ?? '';
  const preset = person === '' ? {} : { met: person };
  return <VisitForm screen={screen} household={answer.value} kept={kept} begun={{ ...preset, ...begun }} />;
}

async function openVisit(screen: Screen, id: string): Promise<Opened | undefined> {
  const household = await screen.phone.household(id);
  if (household === undefined) return undefined;
  const { number, place, villageName } = household;
  const people = household.people.filter(({ status }) => status === 'active');
  return { id, number, villageName, people, tasks: await tasksOfHousehold(screen, id, place) };
}

interface VisitFormProps {
  readonly screen: Screen;
  readonly household: Opened;
  readonly kept: ReturnType<typeof householdKept>;
  readonly begun: Fields;
}

function VisitForm({ screen, household, kept, begun }: VisitFormProps): VNode {
  const { answers, put, end } = useKeptAnswers(screen, kept, begun);
  const [kind, met] = [textIn(answers, 'kind') || undefined, textIn(answers, 'met') || undefined];
  const [topics, done] = [idsIn(answers, 'topics'), idsIn(answers, 'done')];
  const date = 'date' in answers ? (answers.date ?? undefined) : civilToday();
  const [pressed, setPressed] = useState<object>();
  const copy = livesWords.value.visit;
  const today = civilToday();
  const day = typeof date === 'string' && date.length === 10 && date <= today ? date : undefined;
  const ticks = household.tasks.flatMap((task) => ticksOf(task, day ?? today));
  const ticked = ticks.filter(({ id }) => done.includes(id));
  const [found, setFound] = useState<readonly Finding[]>([]);
  const saving = useOnce(async () => {
    const told = {
      kind: kind ?? '',
      topics,
      day: day ?? today,
      met: met === wholeHousehold ? '' : (met ?? ''),
      ticked,
    };
    // What was only asked is answered by pressing once more.
    const asked = found.flatMap(({ check, strength }) => (strength === 'ask' ? [check] : []));
    setFound(await saveVisit(screen, household.id, told, asked, end));
  });
  const faults = pressed === undefined ? {} : faultsOf(kind, day);
  const wrong = Object.entries(faults).map(([control, text]) => ({ control, text }));
  const notSaved = found.map(({ message }) => ({ control: kindControl, text: say(message, language.value) }));
  const press = (): void => {
    setPressed({});
    if (kind !== undefined && day !== undefined) saving.run();
  };
  return (
    <Page
      title={copy.title}
      note={`${words.value.household.household(household.number)} · ${household.villageName}`}
      onBack={screen.back}
      action={<Button label={words.value.app.save} isMain isBusy={saving.isBusy} onPress={press} />}
    >
      <ErrorSummary errors={[...wrong, ...notSaved]} found={notSaved.length > 0 ? found : pressed} />
      <ChoiceRows
        id={kindControl}
        label={copy.kind}
        choices={choicesOf(visitKind)}
        chosen={kind}
        {...errorIn(faults, kindControl)}
        onChoose={(next) => put({ kind: next })}
      />
      <details open={day !== today}>
        <summary>{day === undefined ? copy.date : copy.on(formatDate(day), day === today)}</summary>
        <DateField
          id={dateControl}
          label={copy.date}
          answer={date}
          isPartial={false}
          today={today}
          {...errorIn(faults, dateControl)}
          onAnswer={(next) => put({ date: next ?? null })}
        />
      </details>
      <TickRows
        id="visit-topics"
        label={copy.topics}
        choices={choicesOf(visitTopic)}
        ticked={topics}
        isOptional
        onTick={(next) => put({ topics: next })}
      />
      <Met people={household.people} met={met} onMet={(next) => put({ met: next })} />
      <TasksAlong tasks={household.tasks} ticks={ticks} done={done} onDone={(next) => put({ done: next })} />
    </Page>
  );
}

const kindControl = 'visit-kind';
const dateControl = 'visit-date';

type Faults = { readonly [control: string]: string };

function faultsOf(kind: string | undefined, day: string | undefined): Faults {
  const copy = livesWords.value.visit;
  return {
    ...(kind === undefined && { [kindControl]: copy.kindMissing }),
    ...(day === undefined && { [dateControl]: copy.dateWrong }),
  };
}

function errorIn(faults: Faults, control: string): { readonly error?: string } {
  const error = faults[control];
  return error === undefined ? {} : { error };
}

function choicesOf({ codes }: CodeList) {
  return codes.map(({ key, label }) => ({ key, label: say(label, language.value) }));
}

interface MetProps {
  readonly people: readonly PersonLine[];
  readonly met: string | undefined;
  readonly onMet: (person: string) => void;
}

/** The whole household where nobody of it is chosen. */
function Met({ people, met, onMet }: MetProps): VNode {
  const copy = livesWords.value.visit;
  const whole = { key: wholeHousehold, label: copy.wholeHousehold };
  return (
    <ChoiceRows
      id="visit-met"
      label={copy.met}
      choices={[
        whole,
        ...people.map(({ id, name, birthDate }) => ({ key: id, label: name, note: formatDate(birthDate) })),
      ]}
      chosen={met}
      isOptional
      onChoose={onMet}
    />
  );
}

const wholeHousehold = 'whole';
