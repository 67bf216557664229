import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import type { Fields } from '../../../domain/value.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useDraft } from '../../../ui/hook/use-draft.ts';
import { words } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { draftPath, manyDraft } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { type OpenedForm, openDraft, openMany } from '../open-form.ts';
import { AnswersForAll } from './answers-for-all.tsx';
import type { Many } from './many-list.ts';
import { TickPage } from './tick-page.tsx';

/** One event for many people of a village: first what they have in common, then who. */
export function RecordMany({ screen, params, query }: ScreenProps): VNode | null {
  const { draft = '' } = params;
  const opened = useAnswer(() => openNamed(screen, draft), draft);
  if (opened === undefined) return null;
  if (opened.value === undefined) return <MissingScreen title={words.value.form.noDraft} />;
  const { form, ...many } = opened.value;
  if (form === undefined) return <MissingScreen title={words.value.book.missing} />;
  return <OpenMany key={draft} screen={screen} many={{ ...many, draft }} opened={form} isWho={query.page === '2'} />;
}

async function openNamed(screen: Screen, id: string) {
  const draft = await openDraft(screen.phone, id);
  const definition = catalogue.forms.find(({ key, forMany }) => forMany && draft?.form === `${manyDraft}${key}`);
  if (draft === undefined || definition?.subject === undefined) return undefined;
  const { subject } = definition;
  return { definition, subject, place: draft.where, form: await openMany(screen, definition, draft) };
}

interface OpenManyProps {
  readonly screen: Screen;
  readonly many: Many;
  readonly opened: OpenedForm;
  readonly isWho: boolean;
}

function OpenMany({ screen, many, opened, isWho }: OpenManyProps): VNode {
  const [answers, setAnswers] = useState(opened.answers);
  const form = `${manyDraft}${many.definition.key}`;
  const kept = { id: many.draft, form, household: many.place, page: 0 };
  const path = draftPath(kept);
  const keeper = useDraft(screen, many.draft, path);
  const keep = (next: Fields): void => {
    setAnswers(next);
    keeper.keep({ ...kept, answers: next });
  };
  const shared = { screen, many, opened, answers, onAnswers: keep };
  if (!isWho) return <AnswersForAll {...shared} onNext={() => screen.go(`${path}?page=2`)} />;
  return <TickPage {...shared} path={path} onSaved={() => keeper.end()} />;
}
