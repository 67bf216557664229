import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../../ui/button.tsx';
import { SelectField } from '../../../../ui/field/select-field.tsx';
import { useOnce } from '../../../../ui/hook/use-once.ts';
import { words } from '../../../../ui/language.ts';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import { SlipSigned } from './blank-slip.tsx';
import { lastMonths, readMonth } from './months.ts';
import { SlipTableView } from './slip-table.tsx';

type Filled = Awaited<ReturnType<Screen['phone']['slipPaper']>>;

/**
 * The month's slip P0 filled in from the book: the statutory list, with tables that no other page shows. So nothing
 * stands here before somebody asks for it by a press, and each look is logged.
 */
export function FilledSlip({ screen, params }: ScreenProps): VNode {
  const copy = paperWords.value;
  const place = screen.who.places.find(({ id, level }) => id === params.place && level === 'village');
  const months = lastMonths(civilToday());
  const [month, setMonth] = useState('');
  const [filled, setFilled] = useState<Filled>();
  const filling = useOnce(async () => setFilled(await screen.phone.slipPaper(month, place?.id ?? '')));
  if (place === undefined) return <MissingScreen title={words.value.book.missing} />;
  const choose = (next: string): void => {
    setMonth(next);
    setFilled(undefined);
  };
  return (
    <div class="sheet">
      <Page title={copy.slip} note={`${screen.who.communeName} · ${place.name}`} onBack={screen.back}>
        <div class="not-printed section">
          <SelectField
            id="month"
            label={copy.month}
            choices={months.map((key) => ({ key, label: copy.monthOf(readMonth(key).month, readMonth(key).year) }))}
            chosen={month}
            blank={copy.chooseMonth}
            onChoose={choose}
          />
          {filled === undefined && month !== '' && (
            <div>
              <Button label={copy.fill} icon="lock" isBusy={filling.isBusy} onPress={filling.run} />
            </div>
          )}
          {filled !== undefined && (
            <div class="row-of-buttons">
              <Button label={copy.print} icon="print" onPress={() => window.print()} />
              <Button label={copy.hide} isQuiet onPress={() => setFilled(undefined)} />
            </div>
          )}
        </div>
        {filled !== undefined && <Slip screen={screen} month={month} filled={filled} />}
      </Page>
    </div>
  );
}

interface SlipProps {
  readonly screen: Screen;
  readonly month: string;
  readonly filled: Filled;
}

function Slip({ screen, month, filled }: SlipProps): VNode {
  const copy = paperWords.value;
  const told = readMonth(month);
  if (filled.length === 0) return <p role="status">{copy.notForRole}</p>;
  return (
    <>
      <p>
        {copy.issued} {copy.monthOf(told.month, told.year)}. {copy.madeOn(told.after)}{' '}
        {copy.collaborator(screen.who.role === 'collaborator' ? screen.who.userName : copy.dots)}
      </p>
      {filled.map(({ number, rows }) => (
        <SlipTableView key={number} number={number} rows={rows} blank={0} />
      ))}
      <SlipSigned />
    </>
  );
}
