import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Fields } from '../../../domain/value.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { textIn, textsIn, useKeptAnswers, useKeptDraft } from '../../../ui/hook/kept-answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { words } from '../../../ui/language.ts';
import { villagePath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { renumberDraft } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { ActPage } from '../act-page.tsx';
import { useAct } from '../use-act.ts';
import { actWords } from '../words.ts';
import { AreaChoice } from './area-choice.tsx';
import { inArea, type NumberedRows, readNumberedRows } from './numbered-rows.ts';
import { PreviewTable } from './preview-table.tsx';

/** New numbers for a village, for a numbering area, or for the commune: what is typed is a draft until "Lưu". */
export function Renumber({ screen, params }: ScreenProps): VNode | null {
  const { place = '' } = params;
  const path = `${villagePath(place)}/numbers`;
  const kept = { form: renumberDraft, place, path };
  const from = useAnswer(() => readNumberedRows(screen, place), place);
  const begun = useKeptDraft(screen, kept);
  if (from === undefined || begun === undefined) return null;
  if (from.value === undefined) return <MissingScreen title={words.value.book.missing} />;
  return <RenumberPage screen={screen} from={from.value} kept={kept} begun={begun} />;
}

const controlOf = (household: string): string => `number-${household}`;
const portion = 60;

interface RenumberPageProps {
  readonly screen: Screen;
  readonly from: NumberedRows;
  readonly kept: { readonly form: string; readonly place: string; readonly path: string };
  readonly begun: Fields;
}

function RenumberPage({ screen, from, kept, begun }: RenumberPageProps): VNode {
  const copy = actWords.value.renumber;
  const { answers, put, end } = useKeptAnswers(screen, kept, { first: '1', ...begun });
  const [shown, setShown] = useState(portion);
  const typed = textsIn(answers, 'typed');
  const first = textIn(answers, 'first');
  const scope = typeof answers.scope === 'string' ? answers.scope : undefined;
  const rows = inArea(from.rows, scope);
  const told = readTold(rows, typed, textIn(answers, 'area').trim());
  const act = useAct({
    screen,
    read: () => ({ is: 'renumber', ...told }),
    controlOf: ({ about }) => controlOf(about ?? ''),
    from: kept.place === 'all' ? '/book' : villagePath(kept.place),
    done: copy.done(Object.keys(told.numbers).length),
    onDone: end,
  });
  const problems = useLatest(() => screen.phone.judgeAct({ is: 'renumber', ...told }), JSON.stringify(told)) ?? [];
  const taken = new Set(problems.map(({ about }) => about));
  const changed = rows.filter(({ household }) => Object.hasOwn(told.numbers, household));
  const isNumber = /^\d{1,5}$/.test(first.trim());
  const fill = (): void => {
    if (!isNumber) return;
    put({ typed: Object.fromEntries(rows.map(({ household }, index) => [household, String(Number(first) + index)])) });
  };
  const left = rows.length - shown;
  return (
    <ActPage screen={screen} title={copy.title} note={from.name} act={act}>
      <p>{copy.keep}</p>
      <AreaChoice from={from} area={scope} onArea={(area) => put({ scope: area ?? null, typed: {} })} />
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
        inputMode="numeric"
        value={first}
        onValue={(text) => put({ first: text })}
        {...(!isNumber && { error: copy.firstShape })}
      />
      <Button label={copy.fill} onPress={fill} />
      <p aria-live="polite">{changed.length === 0 ? copy.none : copy.changed(changed.length, rows.length)}</p>
      <PreviewTable
        lines={changed.map((row) => ({
          household: row.household,
          name: row.name,
          villageName: row.villageName,
          before: row.householdNumber,
          after: typed[row.household] ?? row.householdNumber,
          isTaken: taken.has(row.household),
        }))}
      />
      {rows.slice(0, shown).map((row) => (
        <TextField
          key={row.household}
          id={controlOf(row.household)}
          label={copy.numberOf(row.name, row.householdNumber)}
          inputMode="numeric"
          value={typed[row.household] ?? row.householdNumber}
          onValue={(value) => put({ typed: { ...typed, [row.household]: value } })}
        />
      ))}
      {left > 0 && <Button label={words.value.book.more(left)} onPress={() => setShown(shown + portion)} />}
    </ActPage>
  );
}

/** What the screen says now. Where an area is named, all of the rows are numbered in it, those of an old number too. */
function readTold(
  rows: NumberedRows['rows'],
  typed: { readonly [household: string]: string },
  area: string,
): { readonly numbers: { readonly [household: string]: number }; readonly area?: string } {
  const told = rows.filter((row) => {
    const text = typed[row.household];
    const isOther = text !== undefined && text.trim() !== row.householdNumber;
    return isOther || (area !== '' && area !== row.area && row.householdNumber !== '');
  });
  const numbers = told.map((row) => [row.household, Number(typed[row.household] ?? row.householdNumber)] as const);
  return { numbers: Object.fromEntries(numbers), ...(area !== '' && { area }) };
}
