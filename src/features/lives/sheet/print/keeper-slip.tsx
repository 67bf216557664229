import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../../ui/button.tsx';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../../ui/hook/use-once.ts';
import { words } from '../../../../ui/language.ts';
import { MissingScreen } from '../../../../ui/page/missing-screen.tsx';
import { Page } from '../../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import { SlipSigned } from './blank-slip.tsx';
import { readMonth } from './months.ts';
import { SlipTableView } from './slip-table.tsx';

type Filled = Awaited<ReturnType<Screen['phone']['slipPaper']>>;

/** The slip P0 of one collaborator over all her villages, on A4. Nothing stands here before a press: looks are logged. */
export function KeeperSlip({ screen, params }: ScreenProps): VNode | null {
  const [month, id] = [params.month ?? '', params.keeper ?? ''];
  const [filled, setFilled] = useState<Filled>();
  const answer = useAnswer(() => screen.phone.slipKeepers(month), `${month} ${id}`);
  const filling = useOnce(async () => setFilled(await screen.phone.slipPaper(month, id)));
  if (answer === undefined) return null;
  const keeper = answer.value.find((one) => one.id === id);
  if (keeper === undefined) return <MissingScreen title={words.value.book.missing} />;
  const copy = paperWords.value;
  const told = readMonth(month);
  const villages = keeper.places.map(({ name }) => name).join(', ');
  return (
    <div class="sheet">
      <Page title={copy.slip} note={`${screen.who.communeName} · ${villages}`} onBack={screen.back}>
        <div class="not-printed row-of-buttons">
          {filled === undefined ? (
            <Button label={copy.fill} icon="lock" isBusy={filling.isBusy} onPress={filling.run} />
          ) : (
            <Button label={copy.print} icon="print" onPress={() => window.print()} />
          )}
        </div>
        {filled?.length === 0 && <p role="status">{copy.notForRole}</p>}
        {filled !== undefined && filled.length > 0 && (
          <>
            <p>
              {copy.issued} {copy.monthOf(told.month, told.year)}. {copy.madeOn(told.after)}{' '}
              {copy.collaborator(keeper.name || copy.dots)}
            </p>
            {filled.map(({ number, rows }) => (
              <SlipTableView key={number} number={number} rows={rows} blank={0} />
            ))}
            <SlipSigned />
          </>
        )}
      </Page>
    </div>
  );
}
