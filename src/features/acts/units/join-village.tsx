import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../../domain/value.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { ScreenProps } from '../../screen.ts';
import { actWords } from '../words.ts';
import { AskPage, withVillage } from './ask-page.tsx';

interface JoinPageProps extends ScreenProps {
  readonly village: { readonly id: string; readonly name: string };
}

/** Every household of a village goes to another, and the village is no more. */
export function JoinVillage(props: ScreenProps): VNode {
  return withVillage(props, (village) => <JoinPage {...props} village={village} />);
}

function JoinPage({ screen, village }: JoinPageProps): VNode {
  const copy = actWords.value.units;
  const [into, setInto] = useState('');
  const [date, setDate] = useState<Value | undefined>(undefined);
  const goal = screen.who.places.find(({ id }) => id === into);
  const day = String(date ?? '');
  const others = screen.who.places.filter(({ level, id }) => level === 'village' && id !== village.id);
  return (
    <AskPage
      screen={screen}
      title={copy.join}
      village={village.name}
      verb={goal === undefined ? copy.join : copy.joinVerb(village.name, goal.name)}
      read={() => {
        if (into === '') return { control: 'into', why: 'same_unit' };
        if (day.length !== 10) return { control: 'date', why: 'date_missing' };
        if (day > civilToday()) return { control: 'date', why: 'date_after_today' };
        return { is: 'join', unit: village.id, into, date: day };
      }}
    >
      <p>{copy.joinNote}</p>
      <ChoiceRows
        id="into"
        label={copy.into}
        choices={others.map(({ id, name }) => ({ key: id, label: name }))}
        chosen={into}
        onChoose={setInto}
      />
      <DateField id="date" label={copy.date} answer={date} isPartial={false} today={civilToday()} onAnswer={setDate} />
      <JoinPreview screen={screen} village={village} into={into} date={day} />
    </AskPage>
  );
}

interface JoinPreviewProps extends Pick<JoinPageProps, 'screen' | 'village'> {
  readonly into: string;
  readonly date: string;
}

/** How many follow, and how many of their numbers the other village has already. */
function JoinPreview({ screen, village, into, date }: JoinPreviewProps): VNode | null {
  const copy = actWords.value.units;
  const list = useAnswer(() => screen.phone.village(village.id), village.id)?.value;
  const households = (list?.households ?? []).map(({ household }) => household);
  const act = { is: 'rezone', households, village: into, date: date === '' ? civilToday() : date } as const;
  const problems = useLatest(() => screen.phone.judgeAct(act), `${households.length} ${into} ${date}`) ?? [];
  if (list === undefined) return null;
  const taken = problems.filter(({ code }) => code === 'number_taken').length;
  const count = (number: number): string => spellNumber(number, language.value);
  return (
    <section class="box">
      <p>{copy.follow(count(list.households.length), count(list.people))}</p>
      {taken > 0 && <p>{copy.meeting(count(taken), village.name)}</p>}
    </section>
  );
}
