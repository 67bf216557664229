import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Form } from '../../ui/form/form.tsx';
import { pagesAsked } from '../../ui/form/page-questions.ts';
import { painted } from '../../ui/hook/painted.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { useDraft } from '../../ui/hook/use-draft.ts';
import { words } from '../../ui/language.ts';
import { recordPath } from '../../ui/lives/paths.ts';
import { MissingScreen } from '../../ui/page/missing-screen.tsx';
import { eventWords } from '../../ui/words/event-words.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { Draft } from '../../workers/api/phone-api.ts';
import { draftPath } from '../draft-path.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { afterSave } from './after-save.ts';
import { Doubles } from './doubles/doubles.tsx';
import { type OpenedForm, openDraft, openForm } from './open-form.ts';

/** Drafts that were saved since the app was opened, and where they led: the way forward in the history leads there again. */
const finished = new Map<string, string>();

/** A form of the catalogue for one household, or one village, with what was already answered: a draft by its name. */
export function RecordEvent({ screen, params, query }: ScreenProps): VNode | null {
  const { draft = '' } = params;
  const opened = useAnswer(() => openNamed(screen, draft), draft);
  const [savedTo, setSaved] = useState<string>();
  const leadsTo = savedTo ?? finished.get(draft);
  // The only way out, after the save as after a step forward in the history: two would go back twice as far.
  useEffect(() => {
    if (leadsTo !== undefined) screen.returnTo(leadsTo);
  }, [leadsTo, draft]);
  const finish = (path: string): void => {
    finished.set(draft, path);
    setSaved(path);
  };
  if (opened === undefined || leadsTo !== undefined) return null;
  if (opened.value === undefined) return <MissingScreen title={words.value.form.noDraft} />;
  const { definition, form, where, person } = opened.value;
  if (form === undefined) return <MissingScreen title={words.value.household.missing} />;
  const place = { where, draft, person, page: readPage(query.page, definition.pages.length) };
  return <OpenForm key={draft} {...{ screen, definition, place, finish }} opened={form} />;
}

async function openNamed(screen: Screen, id: string) {
  const draft = await openDraft(screen.phone, id);
  const definition = catalogue.forms.find(({ key }) => key === draft?.form);
  if (draft === undefined || definition === undefined) return undefined;
  const { where, person } = draft;
  return {
    definition,
    where,
    person: person === '' ? undefined : person,
    form: await openForm(screen, definition, draft),
  };
}

interface OpenFormProps {
  readonly screen: Screen;
  readonly definition: FormDefinition;
  readonly opened: OpenedForm;
  readonly finish: (path: string) => void;
  readonly place: {
    readonly where: string;
    readonly draft: string;
    readonly person: string | undefined;
    readonly page: number;
  };
}

function OpenForm({ screen, definition, opened, place, finish }: OpenFormProps): VNode {
  const { where, draft, page } = place;
  const { rewrites, replaces } = opened;
  // Who is written anew is in the book already: no double of herself.
  const isAnew = rewrites !== undefined || replaces !== undefined;
  const [answers, setAnswers] = useState(opened.answers);
  const path = recordPath(draft);
  const keeper = useDraft(screen, draft, path);
  const setting = useMemo(() => ({ ...opened.context, seeker: opened.seeker }), [opened]);
  const keep = (next: Fields, at: number): void =>
    keeper.keep({
      id: draft,
      form: definition.key,
      household: where,
      page: at,
      answers: next,
      ...(place.person !== undefined && { person: place.person }),
      ...(rewrites && { rewrites }),
      ...(replaces !== undefined && { replaces }),
    });
  const save = async (finishedAnswers: Fields, asked: readonly string[]) => {
    const outcome = await screen.phone.record(definition.key, where, finishedAnswers, asked, rewrites);
    if (!outcome.ok) return outcome.error;
    if (replaces !== undefined) await screen.phone.dropSentBack(replaces);
    // It is durable: nobody waits for the draft to go or for the next page to hear so.
    screen.say({ text: words.value.bar.saved, path });
    await painted(window);
    screen.sought.value = '';
    await keeper.end();
    finish(await afterSave(screen, definition, where, outcome.value, place.person));
    return [];
  };
  return (
    <Form
      definition={definition}
      note={opened.note}
      setting={setting}
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
      onBack={() => {
        const before = pagesAsked(definition, answers, civilToday()).findLast((one) => one < page);
        if (before === undefined) screen.back();
        else screen.turnBack(`${path}?page=${before + 1}`);
      }}
      lead={opened.inHand && page === 0 && <InHand draft={opened.inHand} />}
      aside={
        isAnew
          ? undefined
          : { under: 'fullName', content: <Doubles {...{ screen, definition, page, answers }} household={where} /> }
      }
      check={(given) => screen.phone.check(definition.key, where, given, rewrites)}
      save={save}
    />
  );
}

/** The same form that waits unfinished: gone on with, or left alone. */
function InHand({ draft }: { readonly draft: Draft }): VNode {
  const copy = eventWords.value.inHand;
  return (
    <section class="box" role="note">
      <p>{copy.title(spellMoment(draft.savedAt, Date.now(), words.value))}</p>
      <p>
        <a class="button" href={draftPath(draft)}>
          {copy.goOn}
        </a>
      </p>
    </section>
  );
}

/** "?page=2" is the second page; anything else the first. */
function readPage(text: string | undefined, pages: number): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= pages ? page - 1 : 0;
}
