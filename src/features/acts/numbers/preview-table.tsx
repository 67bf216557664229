import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { words } from '../../../ui/language.ts';
import { actWords } from '../words.ts';

/** One household as it is and as it will be. */
export interface PreviewLine {
  readonly household: string;
  readonly name: string;
  readonly villageName: string;
  readonly before: string;
  readonly after: string;
  /** Somebody else has this number. */
  readonly isTaken: boolean;
}

const portion = 60;

/** What will be, line by line, before anything is written. Lines with a number that is taken come first. */
export function PreviewTable({ lines }: { readonly lines: readonly PreviewLine[] }): VNode | null {
  const copy = actWords.value.renumber;
  const [shown, setShown] = useState(portion);
  if (lines.length === 0) return null;
  const sorted = [...lines.filter((line) => line.isTaken), ...lines.filter((line) => !line.isTaken)];
  const left = sorted.length - shown;
  return (
    <section class="section">
      <h2>{copy.preview}</h2>
      <div class="sheet-part">
        <table class="sheet-table">
          <thead>
            <tr>
              <th scope="col">{copy.from}</th>
              <th scope="col">{copy.to}</th>
              <th scope="col">{copy.who}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, shown).map((line) => (
              <tr key={line.household}>
                <td>{line.before || '–'}</td>
                <td>
                  {line.after || '–'}
                  {line.isTaken && <strong> {copy.taken}</strong>}
                </td>
                <td>
                  {line.name} <span class="soft">{line.villageName}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && <Button label={words.value.book.more(left)} onPress={() => setShown(shown + portion)} />}
    </section>
  );
}
