import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { cycleOf } from '../../../catalogue/paper/book-year.ts';
import { sheetNumber } from '../../../catalogue/paper/sheets.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { householdPath } from '../../../ui/lives/paths.ts';
import { QrCode } from '../../../ui/lives/qr-code.tsx';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { openCards } from './cell/cards.ts';
import { PartTwo } from './methods/part-two.tsx';
import { type OpenedSheet, openSheet, type SheetLine } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';
import { PartThree } from './part-three.tsx';
import { CodeLegend, SheetTable } from './sheet-table.tsx';

/** Book mode: a household as its A0 pages, to be typed off the paper by keyboard, and printed. */
export function SheetScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => openSheet(screen.phone, id), id, screen.revision.value);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={words.value.household.missing} />;
  return <SheetPage key={id} screen={screen} sheet={answer.value} />;
}

interface SheetPageProps {
  readonly screen: Screen;
  readonly sheet: OpenedSheet;
}

function SheetPage({ screen, sheet }: SheetPageProps): VNode {
  const copy = paperWords.value;
  const { household, lines, sheets, newLine, year } = sheet;
  const [cards, setCards] = useState<ReadonlyMap<string, SheetLine>>();
  const [lastSaved, setLastSaved] = useState('');
  const opening = useOnce(async () => setCards(await openCards(screen.phone, household.id, lines)));
  const { first, last } = cycleOf(year);
  return (
    <div class="sheet">
      <Page
        title={copy.title(words.value.household.title(household.number))}
        note={`${screen.who.communeName} · ${household.villageName} · ${copy.bookOf(year, first, last)}`}
        onBack={screen.back}
      >
        <div class="row-of-buttons not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
          {cards === undefined ? (
            <Button label={copy.openCards} icon="lock" isBusy={opening.isBusy} onPress={opening.run} />
          ) : (
            <Button label={copy.hideCards} isQuiet onPress={() => setCards(undefined)} />
          )}
        </div>
        <p class="box sheet-narrow not-printed">{copy.narrow}</p>
        <p class="small soft not-printed">
          {copy.keys} {copy.mends}
        </p>
        <div class="sheets">
          {sheets.map((people, index) => {
            const isLast = index === sheets.length - 1;
            const own = isLast && newLine.form !== undefined ? [...people, newLine] : people;
            const before = sheets.slice(0, index).reduce((sum, { length }) => sum + length, 0);
            return (
              <article class="sheet-paper" key={index}>
                <SheetHead screen={screen} sheet={sheet} number={index + 1} />
                <SheetTable
                  screen={screen}
                  household={household.id}
                  lines={own}
                  before={before}
                  cards={cards}
                  lastSaved={lastSaved}
                  onSaved={setLastSaved}
                />
                <PartTwo screen={screen} household={household.id} lines={people} year={year} />
              </article>
            );
          })}
        </div>
        <CodeLegend />
        <PartThree changes={sheet.changes} />
      </Page>
    </div>
  );
}

/** Which sheet it is, where the household is, and the code that opens it: an address with an id, no name. */
function SheetHead({ screen, sheet, number }: SheetPageProps & { readonly number: number }): VNode {
  const copy = paperWords.value;
  const titleOf = words.value.household.title;
  const { household, sheets, year } = sheet;
  return (
    <div class="sheet-head">
      <div class="sheet-told">
        {sheets.length > 1 && (
          <h2>{copy.sheetOf(titleOf(sheetNumber(household.number, number, sheets.length)), number, sheets.length)}</h2>
        )}
        {number > 1 && (
          <p class="soft">{`${screen.who.communeName} · ${household.villageName} · ${copy.yearOf(year)}`}</p>
        )}
        <dl class="sheet-facts">
          <Fact label={words.value.household.address} value={household.address} />
          <Fact label={words.value.household.phone} value={household.phone} />
          {household.fields.map(({ field, label, value }) => (
            <Fact key={field} label={say(label, language.value)} value={say(value, language.value)} />
          ))}
        </dl>
      </div>
      <QrCode text={`${window.location.origin}${householdPath(household.id)}`} label={copy.scan} />
    </div>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }): VNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
