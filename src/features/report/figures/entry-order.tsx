import type { VNode } from 'preact';
import { inEntryOrder } from '../../../catalogue/meeting/entry-order.ts';
import { roundTo } from '../../../domain/figure/rounding.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { CopyButton } from '../../../ui/report/copy-button.tsx';
import type { ScreenProps } from '../../screen.ts';
import { FigurePage } from './figure-page.tsx';
import { reportedOf } from './reported.ts';
import { figuresWords, periodWord, spell } from './words.ts';

/** The numbers one after the other as another program asks for them, each with a button that copies it. */
export function EntryOrder({ screen, params }: ScreenProps): VNode | null {
  const reported = reportedOf(params.period);
  const { form, period } = reported;
  const answer = useAnswer(
    () => screen.phone.report(form.code, period.text, screen.who.commune),
    period.text,
    screen.revision.value,
  );
  if (answer === undefined) return null;
  const copy = figuresWords.value;
  const rows = inEntryOrder(answer.value);
  const plain = (value: number | null, decimals: number): string =>
    value === null ? '' : String(roundTo(value, decimals, answer.value.rounding)).replace('.', ',');
  return (
    <FigurePage screen={screen} view="entry" reported={reported} title={copy.entryOf(periodWord(period.text))}>
      <p>{copy.entryHow}</p>
      <div class="row-of-buttons">
        <CopyButton
          text={rows.map(({ value, decimals }) => plain(value, decimals)).join('\n')}
          words={{ ...copy, copy: copy.copyAll }}
        />
      </div>
      <div class="report-part">
        <table class="table">
          <tbody>
            {rows.map((figure) => {
              const label = [figure.short ?? figure.label, ...(figure.cell ? [figure.cell.column] : [])]
                .map((one) => say(one, language.value))
                .join(', ');
              const value = plain(figure.value, figure.decimals);
              return (
                <tr key={figure.key}>
                  <th scope="row" class={`indent-${Math.min(figure.indent, 2)}`}>
                    {`${figure.row}. ${label}`}
                  </th>
                  <td class="number">
                    <strong>{spell(figure.value, figure.decimals)}</strong>
                    <CopyButton text={value} words={copy} spoken={copy.copyOf(label, value)} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </FigurePage>
  );
}
