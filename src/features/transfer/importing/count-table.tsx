import type { VNode } from 'preact';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { TableCounts } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';
import { tableWord } from './table-word.ts';

/** Rows of each table: fine, to be asked about, refused. */
export function CountTable({ tables }: { readonly tables: readonly TableCounts[] }): VNode {
  const words = transferWords.value.preview;
  const heads = [words.rows, words.fine, words.doubtful, words.refused];
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{words.table}</th>
          {heads.map((head) => (
            <th scope="col" class="number" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tables.map(({ table, rows, fine, doubtful, refused }) => (
          <tr key={table}>
            <th scope="row">{tableWord(table)}</th>
            {[rows, fine, doubtful, refused].map((count, index) => (
              <td class="number" key={heads[index]}>
                {spellNumber(count, language.value)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
