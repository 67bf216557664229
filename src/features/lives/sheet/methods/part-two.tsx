import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../../ui/button.tsx';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen } from '../../../screen.ts';
import type { SheetLine } from '../open-sheet.ts';
import { paperWords } from '../paper-words.ts';
import { GridCell } from './grid-cell.tsx';
import { type GridYear, methodGrid } from './method-grid.ts';

interface PartTwoProps {
  readonly screen: Screen;
  readonly household: string;
  readonly lines: readonly SheetLine[];
  readonly year: number;
}

/** Ages in which Mục II follows a woman, in completed years. */
const youngest = 15;
const oldest = 49;

/** Mục II stands behind the private door, woman by woman: opening it is a look that is logged. It is never printed. */
export function PartTwo({ screen, household, lines, year }: PartTwoProps): VNode | null {
  const copy = paperWords.value;
  const women = lines.filter(
    ({ person, isGone }) =>
      person?.sex === 'female' && !isGone && person.age !== null && person.age >= youngest && person.age <= oldest,
  );
  if (women.length === 0) return null;
  return (
    <section class="sheet-part not-printed">
      <h2>{copy.partTwo}</h2>
      {women.map(({ id, person }) => (
        <MethodGrid key={id} screen={screen} household={household} woman={id} name={person?.name ?? ''} year={year} />
      ))}
    </section>
  );
}

interface MethodGridProps extends Pick<PartTwoProps, 'screen' | 'household' | 'year'> {
  readonly woman: string;
  readonly name: string;
}

function MethodGrid({ screen, household, woman, name, year }: MethodGridProps): VNode {
  const [grid, setGrid] = useState<readonly GridYear[]>();
  const copy = paperWords.value;
  const today = civilToday();
  const open = async (): Promise<void> => {
    const panel = await screen.phone.panel(woman);
    const present = panel?.fields.find(({ field }) => field === 'method')?.value.vi;
    setGrid(methodGrid(panel?.changes ?? [], today, year, present));
  };
  if (grid === undefined) {
    return (
      <div>
        <Button label={copy.open} spoken={copy.openOf(name)} icon="lock" onPress={() => void open()} />{' '}
        <span class="soft">{name}</span>
      </div>
    );
  }
  const codes = grid.flatMap(({ months }) => months);
  return (
    <>
      <p class="small soft">{copy.gridKeys}</p>
      <table class="sheet-grid">
        <caption>
          {name} <Button label={copy.hide} isQuiet onPress={() => setGrid(undefined)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{copy.year}</th>
            {Array.from({ length: 12 }, (_, month) => (
              <th key={month} scope="col">
                {month + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.map((row, line) => (
            <tr key={row.year}>
              <th scope="row">{row.year}</th>
              {row.months.map((code, month) => (
                <td key={month}>
                  <GridCell
                    screen={screen}
                    household={household}
                    woman={woman}
                    month={`${row.year}-${String(month + 1).padStart(2, '0')}`}
                    today={today}
                    code={code}
                    before={codes[line * 12 + month - 1] ?? ''}
                    onSaved={open}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
