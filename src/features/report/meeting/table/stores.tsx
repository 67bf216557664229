import type { VNode } from 'preact';
import { product } from '../../../../catalogue/stock/product.ts';
import { say } from '../../../../domain/words.ts';
import type { StockReport } from '../../../../register/stock/answers.ts';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { language } from '../../../../ui/language.ts';
import { spellNumber } from '../../../../ui/words/spell-number.ts';
import type { Screen } from '../../../screen.ts';
import type { Keeper } from '../keeper-state.tsx';
import { meetingWords } from '../words.ts';

interface StoresProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keepers: readonly Keeper[];
}

/** What each collaborator was issued, gave and has, and whether she counted it: nothing of a store that never moved. */
export function Stores({ screen, month, keepers }: StoresProps): VNode | null {
  const places = keepers.flatMap((keeper) => keeper.places.map(({ id }) => id));
  const answer = useAnswer(
    () => Promise.all(places.map((place) => screen.phone.stockReport(place, month))),
    `${month} ${places.join()}`,
    screen.revision.value,
  );
  const stores = (answer?.value ?? []).filter(({ rows }) => rows.length > 0);
  if (stores.length === 0) return null;
  const copy = meetingWords.value;
  const counted = stores.filter(({ rows }) => rows.every((row) => row.counted !== null)).length;
  return (
    <section class="section">
      <h2>{copy.stock}</h2>
      <p>{copy.stockHow(counted, stores.length)}</p>
      <table class="table">
        <thead>
          <tr>
            {[copy.store, copy.received, copy.given, copy.closing, copy.countedStock].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stores.map((store) => (
            <StoreRows key={store.name} store={store} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StoreRows({ store }: { readonly store: StockReport }): VNode {
  const spell = (value: number | null): string => spellNumber(value, language.value);
  return (
    <>
      {store.rows.map((row) => (
        <tr key={`${row.product} ${row.channel}`}>
          <th scope="row">
            {store.name}
            <div class="soft small">{productWord(row.product)}</div>
          </th>
          <td class="number">{spell(row.received)}</td>
          <td class="number">{spell(row.dispensed + row.sold)}</td>
          <td class="number">{spell(row.closing)}</td>
          <td class="number">{spell(row.counted)}</td>
        </tr>
      ))}
    </>
  );
}

function productWord(key: string): string {
  const label = product.codes.find((code) => code.key === key)?.label;
  return label === undefined ? key : say(label, language.value);
}
