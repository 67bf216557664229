import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { type GridYear, methodGrid } from './method-grid.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';

interface PartTwoProps {
  readonly screen: Screen;
  readonly sheet: OpenedSheet;
}

/** Ages in which Mục II follows a woman, in completed years. */
const youngest = 15;
const oldest = 49;

/** Mục II stands behind the private door, woman by woman: opening it is a look that is logged. It is never printed. */
export function PartTwo({ screen, sheet }: PartTwoProps): VNode | null {
  const copy = paperWords.value;
  const women = sheet.household.people.filter(
    ({ sex, age, status }) =>
      sex === 'female' && status === 'active' && age !== null && age >= youngest && age <= oldest,
  );
  if (women.length === 0) return null;
  return (
    <section class="sheet-part not-printed">
      <h2>{copy.partTwo}</h2>
      {women.map(({ id, name }) => (
        <MethodGrid key={id} screen={screen} woman={id} name={name} />
      ))}
    </section>
  );
}

interface MethodGridProps {
  readonly screen: Screen;
  readonly woman: string;
  readonly name: string;
}

function MethodGrid({ screen, woman, name }: MethodGridProps): VNode {
  const [grid, setGrid] = useState<readonly GridYear[]>();
  const copy = paperWords.value;
  const open = async (): Promise<void> => {
    const panel = await screen.phone.panel(woman);
    setGrid(methodGrid(panel?.changes ?? [], civilToday()));
  };
  if (grid === undefined) {
    return (
      <div>
        <Button label={copy.open} spoken={copy.openOf(name)} icon="lock" onPress={() => void open()} />{' '}
        <span class="soft">{name}</span>
      </div>
    );
  }
  return (
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
        {grid.map(({ year, months }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {months.map((code, month) => (
              <td key={month}>{code}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
