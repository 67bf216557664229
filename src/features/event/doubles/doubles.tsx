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

/** While somebody new is written down: who in the book may be the same person. Of several, whom the page asks about. */
export function Doubles({ screen, definition, page, household, answers }: DoublesProps): VNode | null {
  const place = definition.pages[page]?.questions.flatMap(({ field }) => placeOfName(field.key))[0];
  const asksName = place !== undefined;
  const told = asksName ? tellingAnswers(definition, answers, place) : undefined;
  const likenesses = useLatest(
    async () => (told === undefined ? [] : screen.phone.likeness(told, household)),
    told === undefined ? '' : JSON.stringify(told),
  );
  return makesPerson(definition) && asksName ? <LikenessBox likenesses={likenesses ?? []} /> : null;
}

/** The how-manieth of several a question for a name is about. */
function placeOfName(key: string): number | [] {
  const found = /^fullName(\d*)$/.exec(key);
  if (found === null) return [];
  return found[1] === '' ? 0 : Number(found[1]) - 1;
}
