import type { VNode } from 'preact';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { LikenessBox } from '../../../ui/lives/likeness-box.tsx';
import type { Screen } from '../../screen.ts';
import { makesPerson, tellingAnswers } from './likely-double.ts';

interface DoublesProps {
  readonly screen: Screen;
  readonly definition: FormDefinition;
  readonly page: number;
  readonly household: string;
  readonly answers: Fields;
}

/** While somebody new is written down: who in the book may be the same person. */
export function Doubles({ screen, definition, page, household, answers }: DoublesProps): VNode | null {
  const asksName = definition.pages[page]?.questions.some(({ field }) => field.key === 'fullName') ?? false;
  const told = asksName ? tellingAnswers(definition, answers) : undefined;
  const likenesses = useLatest(
    async () => (told === undefined ? [] : screen.phone.likeness(told, household)),
    told === undefined ? '' : JSON.stringify(told),
  );
  return makesPerson(definition) && asksName ? <LikenessBox likenesses={likenesses ?? []} /> : null;
}
