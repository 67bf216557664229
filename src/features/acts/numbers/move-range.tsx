import type { VNode } from 'preact';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Act, ActProblem } from '../../../register/acts/act.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { textIn, useKeptAnswers, useKeptDraft } from '../../../ui/hook/kept-answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language, words } from '../../../ui/language.ts';
import { villagePath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { rangeDraft } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { ActPage } from '../act-page.tsx';
import { readNumber } from '../read-number.ts';
import { useAct } from '../use-act.ts';
import { actWords } from '../words.ts';
import { AreaChoice } from './area-choice.tsx';
import { inArea, type NumberedRows, readNumberedRows } from './numbered-rows.ts';
import { PreviewTable } from './preview-table.tsx';

type Rezone = Extract<Act, { readonly is: 'rezone' }>;

/** The households from this number to that stand in another village, or in another numbering area, from a day on. */
export function MoveRange({ screen, params }: ScreenProps): VNode | null {
  const { place = '' } = params;
  const kept = { form: rangeDraft, place, path: `/book/${encodeURIComponent(place)}/range` };
  const from = useAnswer(() => readNumberedRows(screen, place), place);
  const begun = useKeptDraft(screen, kept);
  if (from === undefined || begun === undefined) return null;
  if (from.value === undefined) return <MissingScreen title={words.value.book.missing} />;
  return <MoveRangePage screen={screen} from={from.value} kept={kept} begun={begun} />;
}

interface MoveRangePageProps {
  readonly screen: Screen;
  readonly from: NumberedRows;
  readonly kept: { readonly form: string; readonly place: string; readonly path: string };
  readonly begun: Fields;
}

const controls: { readonly [code in ActProblem['code']]?: string } = {
  no_range: 'from',
  no_village: 'village',
  same_village: 'village',
  malformed_number: 'first',
  date_missing: 'date',
  date_after_today: 'date',
};

function MoveRangePage({ screen, from, kept, begun }: MoveRangePageProps): VNode {
  const copy = actWords.value.range;
  const { answers, put, end } = useKeptAnswers(screen, kept, begun);
  const chosen = rowsInRange(from, answers);
  const told = readAct(chosen, answers);
  const act = useAct({
    screen,
    read: () => told,
    controlOf: ({ code }) => controls[code] ?? 'from',
    from: villagePath(kept.place),
    done: copy.done(chosen.length),
    onDone: end,
  });
  const problems = useLatest(() => screen.phone.judgeAct(told), JSON.stringify(told)) ?? [];
  const taken = new Set(problems.filter(({ code }) => code === 'number_taken').map(({ about }) => about));
  const people = chosen.reduce((sum, row) => sum + row.people, 0);
  const count = (number: number): string => spellNumber(number, language.value);
  const scope = typeof answers.scope === 'string' ? answers.scope : undefined;
  return (
    <ActPage screen={screen} title={copy.title} note={from.name} act={act}>
      <p>{copy.note}</p>
      <AreaChoice from={from} area={scope} onArea={(area) => put({ scope: area ?? null })} />
      <RangeFields answers={answers} put={put} />
      <p aria-live="polite">{chosen.length === 0 ? copy.none : copy.size(count(chosen.length), count(people))}</p>
      <GoalFields screen={screen} answers={answers} put={put} />
      <PreviewTable
        lines={chosen.map((row, index) => ({
          household: row.household,
          name: row.name,
          villageName: row.villageName,
          before: row.householdNumber,
          after: numberAfter(row.householdNumber, told.first, index),
          isTaken: isFirstSound(told.first) && taken.has(row.household),
        }))}
      />
    </ActPage>
  );
}

interface PartProps {
  readonly answers: Fields;
  readonly put: (some: Fields) => void;
}

function RangeFields({ answers, put }: PartProps): VNode {
  const copy = actWords.value.range;
  const box = (id: 'from' | 'to', label: string): VNode => (
    <TextField
      id={id}
      label={label}
      inputMode="numeric"
      value={textIn(answers, id)}
      onValue={(text) => put({ [id]: text })}
    />
  );
  return (
    <>
      {box('from', copy.from)}
      {box('to', copy.to)}
    </>
  );
}

/** Where they come to, since when, and under which numbers. */
function GoalFields({ screen, answers, put }: PartProps & { readonly screen: Screen }): VNode {
  const copy = actWords.value.range;
  const date: Value | undefined = answers.date;
  return (
    <>
      <ChoiceRows
        id="village"
        label={copy.village}
        choices={screen.who.places
          .filter(({ level }) => level === 'village')
          .map(({ id, name }) => ({ key: id, label: name }))}
        chosen={textIn(answers, 'village')}
        onChoose={(village) => put({ village })}
      />
      <DateField
        id="date"
        label={copy.date}
        answer={date}
        isPartial={false}
        today={civilToday()}
        onAnswer={(day) => put({ date: day ?? null })}
      />
      <TextField
        id="area"
        label={copy.area}
        hint={copy.areaHint}
        isOptional
        value={textIn(answers, 'area')}
        onValue={(area) => put({ area })}
      />
      <TextField
        id="first"
        label={copy.first}
        hint={copy.firstHint}
        isOptional
        inputMode="numeric"
        value={textIn(answers, 'first')}
        onValue={(first) => put({ first })}
        {...(!isFirstSound(readFirst(answers)) && { error: actWords.value.renumber.firstShape })}
      />
    </>
  );
}

/** One number alone is a range of one. */
function rowsInRange(from: NumberedRows, answers: Fields): NumberedRows['rows'] {
  const [first, last] = [Number(textIn(answers, 'from')), Number(textIn(answers, 'to') || textIn(answers, 'from'))];
  const scope = typeof answers.scope === 'string' ? answers.scope : undefined;
  return inArea(from.rows, scope).filter(({ householdNumber }) => {
    const number = Number(householdNumber);
    return householdNumber !== '' && number >= first && number <= last;
  });
}

/** The first of the new numbers as typed; `undefined` where they keep theirs. */
function readFirst(answers: Fields): number | undefined {
  return readNumber(textIn(answers, 'first')) ?? undefined;
}

function isFirstSound(first: number | undefined): boolean {
  return first === undefined || (Number.isInteger(first) && first >= 1 && first <= 99_999);
}

/** What a household's number will be; blank while nobody can say. */
function numberAfter(before: string, first: number | undefined, index: number): string {
  if (first === undefined) return before;
  return isFirstSound(first) ? String(first + index) : '';
}

function readAct(rows: NumberedRows['rows'], answers: Fields): Rezone {
  const area = textIn(answers, 'area').trim();
  const first = readFirst(answers);
  return {
    is: 'rezone',
    households: rows.map(({ household }) => household),
    village: textIn(answers, 'village'),
    date: textIn(answers, 'date'),
    ...(area !== '' && { area }),
    ...(first !== undefined && { first }),
  };
}
