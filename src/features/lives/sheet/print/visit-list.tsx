import type { VNode } from 'preact';
import { Button } from '../../../../ui/button.tsx';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { words } from '../../../../ui/language.ts';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import { readMonth } from './months.ts';
import { WidePart } from './wide-part.tsx';

/** Nobody has more in a village; a list is made of all of it. */
const mostTasks = 5_000;

/** Whom to visit this month: a name and a household, and room to write. Why stands nowhere on it. */
export function VisitList({ screen, params }: ScreenProps): VNode | null {
  const copy = paperWords.value;
  const place = screen.who.places.find(({ id, level }) => id === params.place && level === 'village');
  const answer = useAnswer(() => readVisits(screen, place?.id ?? ''), place?.id ?? '', screen.revision.value);
  if (place === undefined) return <MissingScreen title={words.value.book.missing} />;
  if (answer === undefined) return null;
  const { month, year } = readMonth(civilToday());
  const headings = [copy.number, copy.visited, copy.visitDate, copy.met, copy.note];
  return (
    <div class="sheet sheet-tall">
      <Page
        title={copy.visits(month, year)}
        note={`${screen.who.communeName} · ${place.name} · ${copy.households(answer.value.length)}`}
        onBack={screen.back}
      >
        <div class="not-printed">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
        {answer.value.length === 0 && <p>{copy.noVisits}</p>}
        <WidePart name={copy.visits(month, year)}>
          <table class="sheet-table sheet-visits">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.value.map(({ household, number, names }) => (
                <tr key={household} class="sheet-blank">
                  <td>{number}</td>
                  <td>{names.join(', ')}</td>
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </WidePart>
      </Page>
    </div>
  );
}

interface Visit {
  readonly household: string;
  readonly number: string;
  readonly names: readonly string[];
}

/** By household number; of each the people whom something is due for, once. */
async function readVisits({ phone }: Screen, place: string): Promise<readonly Visit[]> {
  const { tasks } = await phone.tasks(place, mostTasks);
  const households = new Map<string, Visit>();
  for (const { household, householdNumber: number, name } of tasks) {
    if (household === '') continue;
    const known = households.get(household) ?? { household, number, names: [] };
    const names = name === '' || known.names.includes(name) ? known.names : [...known.names, name];
    households.set(household, { ...known, names });
  }
  return [...households.values()].sort((a, b) => Number(a.number) - Number(b.number));
}
