import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import type { FormContext, FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { Form } from '../../ui/form/form.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { words } from '../../ui/language.ts';
import { MissingScreen } from '../missing-screen.tsx';
import type { Screen, ScreenProps } from '../screen.ts';
import { openDraftKeeper, pageTimer } from './draft-keeper.ts';

/** Drafts that were saved since the app was opened: the way forward in the history leads back to the household. */
const finished = new Set<string>();
const draftPause = 300;

interface Opened {
  readonly context: FormContext;
  readonly note: string;
  readonly answers: Fields;
}

/** A form of the catalogue for one household, with what was already answered. */
export function RecordEvent({ screen, params, query }: ScreenProps): VNode | null {
  const { id = '', form: key = '', draft = '' } = params;
  const definition = catalogue.forms.find((form) => form.key === key);
  const home = `/household/${encodeURIComponent(id)}`;
  const opened = useAnswer(
    async () => (definition ? openForm(screen, id, key, draft) : undefined),
    `${id} ${key} ${draft}`,
  );
  const [saved, setSaved] = useState('');
  const isFinished = saved === draft || finished.has(draft);
  // The only way out, after the save as after a step forward in the history: two would go back twice as far.
  useEffect(() => {
    if (isFinished) screen.returnTo(home);
  }, [isFinished, draft]);
  const finish = (): void => {
    finished.add(draft);
    setSaved(draft);
  };
  if (definition === undefined) return <MissingScreen title={words.value.form.noForm} />;
  if (opened === undefined || isFinished) return null;
  if (opened.value === undefined) return <MissingScreen title={words.value.household.missing} />;
  const place = { household: id, draft, home, page: readPage(query.page, definition.pages.length) };
  return <OpenForm key={draft} {...{ screen, definition, place, finish }} opened={opened.value} />;
}

interface OpenFormProps {
  readonly screen: Screen;
  readonly definition: FormDefinition;
  readonly opened: Opened;
  readonly finish: () => void;
  readonly place: {
    readonly household: string;
    readonly draft: string;
    readonly home: string;
    readonly page: number;
  };
}

function OpenForm({ screen, definition, opened, place, finish }: OpenFormProps): VNode {
  const { household, draft, home, page } = place;
  const [answers, setAnswers] = useState(opened.answers);
  const path = `${home}/event/${encodeURIComponent(definition.key)}/${draft}`;
  const tellUnkept = (): void => screen.say({ text: words.value.form.draftUnkept, path });
  const keeper = useMemo(
    () => openDraftKeeper(screen.phone, draft, pageTimer(window, draftPause), tellUnkept),
    [draft],
  );
  useEffect(() => keepBeforeLeaving(screen, keeper.flush, tellUnkept), [keeper]);
  const keep = (next: Fields, at: number): void =>
    keeper.keep({ id: draft, form: definition.key, household, page: at, answers: next });
  const save = async (finishedAnswers: Fields, asked: readonly string[]) => {
    const outcome = await screen.phone.record(definition.key, household, finishedAnswers, asked);
    if (!outcome.ok) return outcome.error;
    finish();
    screen.sought.value = '';
    await keeper.end();
    screen.say({ text: words.value.bar.saved, path: home, undo: () => undo(screen, home, outcome.value.transaction) });
    return [];
  };
  return (
    <Form
      definition={definition}
      note={opened.note}
      setting={opened.context}
      answers={answers}
      page={page}
      onAnswers={(next) => {
        setAnswers(next);
        keep(next, page);
      }}
      onPage={(next) => {
        keep(answers, next);
        screen.go(`${path}?page=${next + 1}`);
      }}
      onBack={screen.back}
      check={(given) => screen.phone.check(definition.key, household, given)}
      save={save}
    />
  );
}

/** Kept before the app locks, when the page goes out of sight, and when the form is left. */
function keepBeforeLeaving(screen: Screen, flush: () => Promise<void>, onUnkept: () => void): () => void {
  const hide = (): void => void flush().catch(onUnkept);
  const forget = screen.beforeLock(flush);
  document.addEventListener('visibilitychange', hide);
  return () => {
    document.removeEventListener('visibilitychange', hide);
    forget();
    hide();
  };
}

async function undo(screen: Screen, path: string, transaction: string): Promise<void> {
  await screen.phone.undo(transaction);
  screen.say({ text: words.value.app.undone, path });
}

async function openForm(screen: Screen, id: string, key: string, draftId: string): Promise<Opened | undefined> {
  const household = await screen.phone.household(id);
  if (household === undefined) return undefined;
  const [context, drafts] = await Promise.all([screen.phone.formContext(key, id), screen.phone.drafts()]);
  const draft = drafts.find((one) => one.id === draftId);
  const note = `${words.value.household.household(household.number)} · ${household.villageName}`;
  return { context, note, answers: draft?.answers ?? context.defaults };
}

/** "?page=2" is the second page; anything else the first. */
function readPage(text: string | undefined, pages: number): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= pages ? page - 1 : 0;
}
