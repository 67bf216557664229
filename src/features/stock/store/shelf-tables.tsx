import type { VNode } from 'preact';
import type { ShelfLine } from '../../../register/stock/answers.ts';
import { shelfWord, spell, spellTenth, stockWords } from '../part/words.ts';

/** The numbers behind the pictures: a short table for each shelf, which every width holds. */
export function ShelfTables({ shelves }: { readonly shelves: readonly ShelfLine[] }): VNode {
  const copy = stockWords.value;
  return (
    <section class="section">
      <h2>{copy.table}</h2>
      <div class="shelf-tables">
        {shelves.map((shelf) => (
          <table key={`${shelf.product} ${shelf.channel}`} class="sheet-table">
            <caption>{shelfWord(shelf)}</caption>
            <tbody>
              {figuresOf(shelf).map(([head, figure]) => (
                <tr key={head}>
                  <th scope="row">{head}</th>
                  <td class="number">{figure}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

function figuresOf(shelf: ShelfLine): readonly (readonly [string, string])[] {
  const { columns } = stockWords.value;
  return [
    [columns.stock, spell(shelf.stock)],
    [columns.min, spell(shelf.min || null)],
    [columns.max, spell(shelf.max || null)],
    [columns.use, spellTenth(shelf.use)],
    [columns.months, spellTenth(shelf.months)],
    [columns.daysWithout, spell(shelf.daysWithout)],
  ];
}
