import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../../domain/value.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { actWords } from '../words.ts';
import { AskPage, withVillage } from './ask-page.tsx';
import { readRanges } from './read-ranges.ts';

interface SplitPageProps extends ScreenProps {
  readonly village: { readonly id: string; readonly name: string };
}

/** Some households of a village are a village of their own. */
export function SplitVillage(props: ScreenProps): VNode {
  return withVillage(props, (village) => <SplitPage {...props} village={village} />);
}

function SplitPage({ screen, village }: SplitPageProps): VNode {
  const copy = actWords.value.units;
  const [name, setName] = useState('');
  const [numbers, setNumbers] = useState('');
  const [keepers, setKeepers] = useState<string>();
  const [date, setDate] = useState<Value | undefined>(undefined);
  const list = useAnswer(() => screen.phone.village(village.id), village.id)?.value;
  const isIn = readRanges(numbers);
  const chosen = (list?.households ?? []).filter(({ householdNumber }) => isIn(householdNumber));
  const day = String(date ?? '');
  return (
    <AskPage
      screen={screen}
      title={copy.split}
      village={village.name}
      verb={copy.split}
      read={() => {
        if (name.trim() === '') return { control: 'name', why: 'name_missing' };
        if (chosen.length === 0) return { control: 'numbers', why: 'no_household' };
        if (day.length !== 10) return { control: 'date', why: 'date_missing' };
        if (day > civilToday()) return { control: 'date', why: 'date_after_today' };
        const households = chosen.map(({ household }) => household);
        const told = { unit: village.id, name: name.trim(), date: day, households };
        return { is: 'split', ...told, keepers: keepers !== 'apart' };
      }}
    >
      <p>{copy.splitNote}</p>
      <TextField id="name" label={copy.madeName} value={name} onValue={setName} />
      <TextField id="numbers" label={copy.numbers} hint={copy.numbersHint} value={numbers} onValue={setNumbers} />
      <Chosen rows={chosen} />
      <DateField id="date" label={copy.date} answer={date} isPartial={false} today={civilToday()} onAnswer={setDate} />
      <ChoiceRows
        id="keepers"
        label={copy.keepers}
        choices={[
          { key: 'both', label: copy.keepBoth },
          { key: 'apart', label: copy.keepApart },
        ]}
        chosen={keepers ?? 'both'}
        onChoose={setKeepers}
      />
    </AskPage>
  );
}

type Row = Awaited<ReturnType<Screen['phone']['village']>>['households'][number];

const mostShown = 40;

function Chosen({ rows }: { readonly rows: readonly Row[] }): VNode {
  const copy = actWords.value.units;
  const people = rows.reduce((sum, row) => sum + row.people, 0);
  const count = (number: number): string => spellNumber(number, language.value);
  return (
    <section class="section">
      <p aria-live="polite">
        {rows.length === 0 ? actWords.value.range.none : copy.follow(count(rows.length), count(people))}
      </p>
      {rows.length > 0 && (
        <Ledger>
          {rows.slice(0, mostShown).map((row) => (
            <LedgerRow key={row.household} title={actWords.value.merge.chosen(row.householdNumber, row.name)} />
          ))}
        </Ledger>
      )}
      {rows.length > mostShown && <p class="soft">{copy.andMore(count(rows.length - mostShown))}</p>}
    </section>
  );
}
