import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import type { Fields } from '../../../domain/value.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useDraft } from '../../../ui/hook/use-draft.ts';
import { words } from '../../../ui/language.ts';
import { draftPath, manyDraft } from '../../draft-path.ts';
import { MissingScreen } from '../../missing-screen.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { type OpenedForm, openMany } from '../open-form.ts';
import { AnswersForAll } from './answers-for-all.tsx';
import type { Many } from './many-list.ts';
import { TickPage } from './tick-page.tsx';

/** One event for many people of a village: first what they have in common, then who. */
export function RecordMany({ screen, params, query }: ScreenProps): VNode | null {
  const { place = '', form: key = '', draft = '' } = params;
  const definition = catalogue.forms.find((form) => form.key === key && form.forMany === true);
  const opened = useAnswer(
    async () => (definition ? openMany(screen.phone, definition, { where: place, draft }) : undefined),
    `${place} ${key} ${draft}`,
  );
  if (definition?.subject === undefined) return <MissingScreen title={words.value.form.noForm} />;
  if (opened === undefined) return null;
  if (opened.value === undefined) return <MissingScreen title={words.value.book.missing} />;
  const many = { definition, subject: definition.subject, place, draft };
  return <OpenMany key={draft} screen={screen} many={many} opened={opened.value} isWho={query.page === '2'} />;
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
