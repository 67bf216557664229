import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { Fields } from '../../domain/value.ts';
import type { HouseholdPage, PersonLine } from '../../register/answers.ts';
import type { Choice } from '../../ui/field/choice-rows.tsx';
import { type KeptAnswers, useKeptAnswers, useKeptDraft } from '../../ui/hook/kept-answers.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { words } from '../../ui/language.ts';
import { MissingScreen } from '../../ui/page/missing-screen.tsx';
import { livesWords } from '../../ui/words/lives-words.ts';
import { householdKept } from '../draft-path.ts';
import type { Screen, ScreenProps } from '../screen.ts';

/** The household of the address, once the worker answered; a page that says so where it is not in the book. */
function withHousehold({ screen, params }: ScreenProps, draw: (household: HouseholdPage) => VNode): VNode | null {
  const { id = '' } = params;
  const answer = useAnswer(() => screen.phone.household(id), id, screen.revision.value);
  if (answer === undefined) return null;
  return answer.value === undefined ? <MissingScreen title={words.value.household.missing} /> : draw(answer.value);
}

/** What a page about a household is drawn with. */
export interface HouseholdActProps {
  readonly screen: Screen;
  readonly household: HouseholdPage;
  readonly kept: KeptAnswers;
}

/**
 * The same, with a page on which what was answered before a call or a lock stands again.
 * @param name last part of its address
 */
export function withKept(props: ScreenProps, name: string, draw: (props: HouseholdActProps) => VNode): VNode | null {
  const { screen } = props;
  return withHousehold(props, (household) => <Kept {...{ screen, household, name, draw }} />);
}

interface KeptProps extends Omit<HouseholdActProps, 'kept'> {
  readonly name: string;
  readonly draw: (props: HouseholdActProps) => VNode;
}

function Kept({ screen, household, name, draw }: KeptProps): VNode | null {
  const place = householdKept(name, household.id);
  const begun = useKeptDraft(screen, place);
  return begun === undefined ? null : <Answered {...{ screen, household, place, begun, draw }} />;
}

interface AnsweredProps extends Omit<KeptProps, 'name'> {
  readonly place: Parameters<typeof useKeptAnswers>[1];
  readonly begun: Fields;
}

function Answered({ screen, household, place, begun, draw: Draw }: AnsweredProps): VNode {
  const kept = useKeptAnswers(screen, place, begun);
  return <Draw screen={screen} household={household} kept={kept} />;
}

export function livingOf(household: HouseholdPage): readonly PersonLine[] {
  return household.people.filter(({ status }) => status === 'active');
}

/** An erased person still lives here, and nobody knows her name. */
export function nameOrForgotten(name: string): string {
  return name || livesWords.value.person.forgotten;
}

export function personChoices(people: readonly PersonLine[]): readonly Choice[] {
  return people.map(({ id, name, birthDate }) => ({
    key: id,
    label: nameOrForgotten(name),
    ...(birthDate !== '' && { note: formatDate(birthDate) }),
  }));
}

/** "Hộ 12 · Thôn Đông": where the act is done. */
export function noteOf(household: HouseholdPage): string {
  return `${words.value.household.household(household.number)} · ${household.villageName}`;
}
