import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { OrderedLine, StorePage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { HeadField, Signed } from '../../../ui/report/signed.tsx';
import type { ScreenProps } from '../../screen.ts';
import { Ordered } from '../papers/ordered.tsx';
import { shelfWord, spell, spellTenth, stockWords, unitWord } from '../part/words.ts';
import { handsOf } from './hands.ts';

/** Phiếu dự trù: what was asked for and what was answered, to be printed and signed. */
export function OrderPaper({ screen, params }: ScreenProps): VNode | null {
  const id = params.store ?? '';
  const answer = useAnswer(() => screen.phone.store(id), id, screen.revision.value);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const store = answer.value;
  if (store === undefined) return <MissingScreen title={copy.missing} />;
  return (
    <div class="sheet">
      <Page title={copy.orderPaper} note={copy[store.level](store.name)} onBack={screen.back}>
        {store.ordered.length === 0 ? <p>{copy.orderNone}</p> : <OrderTable store={store} />}
        <div class="only-narrow">
          <Ordered lines={store.ordered} />
        </div>
        <Signed hands={handsOf(screen.who.userName)} />
        <HeadField />
        <div class="not-printed row-of-buttons">
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
      </Page>
    </div>
  );
}

/** Where there is no room for its columns the lines stand below each other instead. */
function OrderTable({ store }: { readonly store: StorePage }): VNode {
  const copy = stockWords.value;
  const { orderPaperColumns: heads } = copy;
  return (
    <div class="only-wide">
      <table class="sheet-table report-table">
        <thead>
          <tr>
            <th scope="col">{copy.product}</th>
            <th scope="col">{copy.unit}</th>
            {Object.entries(heads).map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {store.ordered.map((line) => (
            <tr key={line.id}>
              <th scope="row">{shelfWord(line)}</th>
              <td class="whole">{unitWord(line.product)}</td>
              <td class="whole">{formatDate(line.date)}</td>
              {numbersOf(line, store).map(([key, number]) => (
                <td key={key} class="number">
                  {number}
                </td>
              ))}
              <td>{[line.why, line.answered?.why ?? ''].filter((why) => why !== '').join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function numbersOf(line: OrderedLine, { shelves }: StorePage): readonly (readonly [string, string])[] {
  const shelf = shelves.find(({ product, channel }) => product === line.product && channel === line.channel);
  return [
    ['stock', spell((shelf?.stock ?? 0) + (shelf?.atPoints ?? 0))],
    ['use', spellTenth(shelf?.use ?? null)],
    ['max', spell(shelf?.max || null)],
    ['computed', spell(line.computed)],
    ['asked', spell(line.asked)],
    ['granted', spell(line.granted)],
    ['received', spell(line.received)],
  ];
}
