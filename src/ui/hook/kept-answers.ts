import { useState } from 'preact/hooks';
import type { Fields, Value } from '../../domain/value.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { useAnswer } from './use-answer.ts';
import { type DraftScreen, useDraft } from './use-draft.ts';

/** What is typed on a long screen: kept as a draft from the first key on, there again after a call or a lock. */
export interface KeptAnswers {
  readonly answers: Fields;
  readonly put: (some: Fields) => void;
  /** It was written: the draft goes. */
  readonly end: DraftKeeper['end'];
}

/** What a screen is given that takes drafts up again. */
interface KeepingScreen extends DraftScreen {
  readonly phone: DraftScreen['phone'] & {
    drafts(): Promise<readonly { readonly id: string; readonly answers: Fields }[]>;
  };
}

interface Kept {
  readonly form: string;
  readonly place: string;
  readonly path: string;
}

/** One draft a place: whoever comes back goes on with it. */
function draftOf({ form, place }: Pick<Kept, 'form' | 'place'>): string {
  return `${form}-${place}`;
}

/** The answers of that draft; `undefined` until the phone has told them. */
export function useKeptDraft(screen: KeepingScreen, kept: Kept): Fields | undefined {
  const id = draftOf(kept);
  return useAnswer(async () => (await screen.phone.drafts()).find((draft) => draft.id === id)?.answers ?? {}, id)
    ?.value;
}

export function useKeptAnswers(screen: KeepingScreen, { form, place, path }: Kept, begun: Fields): KeptAnswers {
  const id = draftOf({ form, place });
  const keeper = useDraft(screen, id, path);
  const [answers, setAnswers] = useState(begun);
  const put = (some: Fields): void => {
    const next = { ...answers, ...some };
    setAnswers(next);
    keeper.keep({ id, form, household: place, page: 0, answers: next });
  };
  return { answers, put, end: keeper.end };
}

export function textIn(answers: Fields, key: string): string {
  const value = answers[key];
  return typeof value === 'string' ? value : '';
}

/** Texts by id, e.g. numbers typed by household. */
export function textsIn(answers: Fields, key: string): { readonly [id: string]: string } {
  const value: Value | undefined = answers[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([id, text]) => [id, String(text)]));
}

/** Ids that were ticked. */
export function idsIn(answers: Fields, key: string): readonly string[] {
  const value: Value | undefined = answers[key];
  return Array.isArray(value) ? value.map(String) : [];
}
