import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../../ui/button.tsx';
import { ChoiceRows } from '../../../../ui/field/choice-rows.tsx';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { words } from '../../../../ui/language.ts';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../../screen.ts';
import { everywhere, placeName } from '../../book/place-name.ts';
import { paperWords } from '../paper-words.ts';
import { nextMonths, readMonth } from './months.ts';
import { WidePart } from './wide-part.tsx';

type Village = Awaited<ReturnType<Screen['phone']['monthVisits']>>[number];

/** This month, and the ones that are planned for at its meeting. */
const monthsAhead = 3;

/** Whom to visit in a month: a name and a household, and room to write. Why stands nowhere on it. */
export function VisitList({ screen, params }: ScreenProps): VNode {
  const place = params.place ?? '';
  const months = nextMonths(civilToday(), monthsAhead);
  const [month, setMonth] = useState(months[0] ?? '');
  const isKept = screen.who.places.some(({ id, level }) => id === place && level === 'village');
  if (!isKept && place !== everywhere) return <MissingScreen title={words.value.book.missing} />;
  const copy = paperWords.value;
  const { month: number, year } = readMonth(month);
  return (
    <div class="sheet sheet-tall">
      <Page
        title={copy.visits(number, year)}
        note={`${screen.who.communeName} · ${placeName(screen.who, place)}`}
        onBack={screen.back}
      >
        <div class="not-printed section">
          <ChoiceRows
            id="month"
            label={copy.visitMonth}
            hint={copy.visitsHow}
            choices={months.map((key) => ({ key, label: copy.monthOf(readMonth(key).month, readMonth(key).year) }))}
            chosen={month}
            onChoose={setMonth}
          />
          <div>
            <Button label={copy.print} icon="print" onPress={() => window.print()} />
          </div>
        </div>
        <Visits screen={screen} place={place} month={month} />
      </Page>
    </div>
  );
}

interface VisitsProps {
  readonly screen: Screen;
  readonly place: string;
  readonly month: string;
}

function Visits({ screen, place, month }: VisitsProps): VNode | null {
  const ask = () => screen.phone.monthVisits(place === everywhere ? '' : place, month);
  const answer = useAnswer(ask, `${place} ${month}`, screen.revision.value);
  if (answer === undefined) return null;
  const villages = answer.value.filter(({ visits }) => visits.length > 0);
  if (villages.length === 0) return <p role="status">{paperWords.value.noVisits}</p>;
  return (
    <>
      {villages.map((village) => (
        <VillageTable key={village.place} village={village} />
      ))}
    </>
  );
}

/** One line a household, in the book's order. */
function VillageTable({ village: { name, visits } }: { readonly village: Village }): VNode {
  const copy = paperWords.value;
  const headings = [copy.number, copy.visited, copy.visitDate, copy.met, copy.note];
  return (
    <WidePart name={name}>
      <table class="sheet-table sheet-visits">
        {/* On every page of paper: a number alone does not say in which village. */}
        <thead>
          <tr>
            <th scope="colgroup" colSpan={headings.length}>{`${name} · ${copy.households(visits.length)}`}</th>
          </tr>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.map(({ household, number, area, names }) => (
            <tr key={household} class="sheet-blank">
              <td>
                {number}
                {area !== '' && <span class="sheet-area">{area}</span>}
              </td>
              <td>{names.join(', ')}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </WidePart>
  );
}
