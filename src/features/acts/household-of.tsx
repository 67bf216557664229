import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { HouseholdPage, PersonLine } from '../../register/answers.ts';
import type { Choice } from '../../ui/field/choice-rows.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { words } from '../../ui/language.ts';
import { MissingScreen } from '../../ui/page/missing-screen.tsx';
import type { ScreenProps } from '../screen.ts';

/** The household of the address, once the worker answered; a page that says so where it is not in the book. */
export function withHousehold(
  { screen, params }: ScreenProps,
  draw: (household: HouseholdPage) => VNode,
): VNode | null {
  const { id = '' } = params;
  const answer = useAnswer(() => screen.phone.household(id), id);
  if (answer === undefined) return null;
  return answer.value === undefined ? <MissingScreen title={words.value.household.missing} /> : draw(answer.value);
}

export function livingOf(household: HouseholdPage): readonly PersonLine[] {
  return household.people.filter(({ status }) => status === 'active');
}

export function personChoices(people: readonly PersonLine[]): readonly Choice[] {
  return people.map(({ id, name, birthDate }) => ({
    key: id,
    label: name,
    ...(birthDate !== '' && { note: formatDate(birthDate) }),
  }));
}

/** "Hộ 12 · Thôn Đông": where the act is done. */
export function noteOf(household: HouseholdPage): string {
  return `${words.value.household.household(household.number)} · ${household.villageName}`;
}
