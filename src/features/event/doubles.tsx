import type { VNode } from 'preact';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { LikenessBox } from '../../ui/lives/likeness-box.tsx';
import type { Screen } from '../screen.ts';

interface DoublesProps {
  readonly screen: Screen;
  readonly definition: FormDefinition;
  readonly page: number;
  readonly household: string;
  readonly answers: Fields;
}

/** What two records of one person have in common; anything else that is answered changes nothing. */
const telling = ['fullName', 'birthDate', 'sex', 'phone', 'insuranceNo', 'mother'] as const;

/** While somebody new is written down: who in the book may be the same person. */
export function Doubles({ screen, definition, page, household, answers }: DoublesProps): VNode | null {
  const isNew = definition.writes.some(({ kind, onto }) => kind === 'person' && onto === undefined);
  const asksName = definition.pages[page]?.questions.some(({ field }) => field.key === 'fullName') ?? false;
  const told = Object.fromEntries(telling.flatMap((key) => (answers[key] ? [[key, answers[key]] as const] : [])));
  const isTold = isNew && asksName && typeof told.fullName === 'string' && told.fullName.trim() !== '';
  const likenesses = useLatest(
    async () => (isTold ? screen.phone.likeness(told, household) : []),
    isTold ? JSON.stringify(told) : '',
  );
  return isNew && asksName ? <LikenessBox likenesses={likenesses ?? []} /> : null;
}
