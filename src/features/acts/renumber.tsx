import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { SearchRow, VillageList } from '../../register/answers.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { villagePath } from '../../ui/lives/paths.ts';
import { MissingScreen } from '../missing-screen.tsx';
import type { Screen, ScreenProps } from '../screen.ts';
import { ActPage } from './act-page.tsx';
import { useAct } from './use-act.ts';
import { actWords } from './words.ts';

/** New numbers for a village: the draft stands beside what is, and nothing is written before "Lưu". */
export function Renumber({ screen, params }: ScreenProps): VNode | null {
  const { place = '' } = params;
  const answer = useAnswer(() => screen.phone.village(place), place);
  if (answer === undefined) return null;
  if (answer.value.name === '') return <MissingScreen title={actWords.value.renumber.title} />;
  return <RenumberPage screen={screen} village={answer.value} />;
}

const controlOf = (household: string): string => `number-${household}`;

function RenumberPage({ screen, village }: { readonly screen: Screen; readonly village: VillageList }): VNode {
  const words = actWords.value.renumber;
  const { households } = village;
  const [first, setFirst] = useState('1');
  const [typed, setTyped] = useState<{ readonly [household: string]: string }>({});
  const changed = households.filter((row) => isChanged(row, typed[row.household]));
  const act = useAct({
    screen,
    read: () => ({
      is: 'renumber',
      numbers: Object.fromEntries(changed.map(({ household }) => [household, Number(typed[household])])),
    }),
    controlOf: ({ about }) => controlOf(about ?? ''),
    from: villagePath(village.place),
    done: words.done(changed.length),
  });
  const fill = (): void =>
    setTyped(Object.fromEntries(households.map(({ household }, index) => [household, String(Number(first) + index)])));
  return (
    <ActPage screen={screen} title={words.title} note={village.name} act={act}>
      <p>{words.keep}</p>
      <TextField id="first" label={words.first} inputMode="numeric" value={first} onValue={setFirst} />
      <Button label={words.fill} onPress={fill} />
      <p aria-live="polite">{changed.length === 0 ? words.none : words.changed(changed.length, households.length)}</p>
      {households.map((row) => (
        <TextField
          key={row.household}
          id={controlOf(row.household)}
          label={words.numberOf(row.name, row.householdNumber)}
          inputMode="numeric"
          value={typed[row.household] ?? row.householdNumber}
          onValue={(value) => setTyped({ ...typed, [row.household]: value })}
        />
      ))}
    </ActPage>
  );
}

function isChanged(row: SearchRow, typed: string | undefined): boolean {
  return typed !== undefined && typed.trim() !== row.householdNumber;
}
