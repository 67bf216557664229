import type { VNode } from 'preact';
import { standsInPartThree } from '../../../catalogue/paper/part-three.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { OpenedSheet } from './open-sheet.ts';
import { paperWords } from './paper-words.ts';

type Change = OpenedSheet['changes'][number];

/** Mục III: what changed for these people, the oldest first, as it would stand on paper. Nothing sensitive. */
export function PartThree({ changes }: { readonly changes: readonly Change[] }): VNode {
  const copy = paperWords.value;
  return (
    <section class="sheet-part">
      <h2>{copy.partThree}</h2>
      <table class="sheet-table">
        <thead>
          <tr>
            <th scope="col" class="sheet-date">
              {copy.date}
            </th>
            <th scope="col">{copy.change}</th>
            <th scope="col">{copy.who}</th>
          </tr>
        </thead>
        <tbody>
          {[...changes]
            .reverse()
            .filter(standsInPartThree)
            .map((change) => (
              <tr key={change.id}>
                <td>{formatDate(change.date)}</td>
                <td>{wordChange(change)}</td>
                <td>{change.people.map(({ name }) => name || livesWords.value.person.forgotten).join(', ')}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}

/** "Chuyển đi khỏi xã (Nơi đến: …)": the label, and what it says; whose page this is stands above. */
function wordChange({ label, details }: Change): string {
  const spoken = language.value;
  const said = details
    .filter(({ field }) => field !== 'household')
    .map((line) => `${say(line.label, spoken)}: ${say(line.value, spoken)}`)
    .join('; ');
  return said === '' ? say(label, spoken) : `${say(label, spoken)} (${said})`;
}
