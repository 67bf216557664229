import type { VNode } from 'preact';
import { inEntryOrder } from '../../../catalogue/meeting/entry-order.ts';
import { roundTo } from '../../../domain/figure/rounding.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { CopyButton } from '../../../ui/report/copy-button.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import type { ReportedPeriod } from '../reported-period.ts';
import { FigurePage } from './figure-page.tsx';
import { reportedOf } from './reported.ts';
import { figuresWords, periodWord, spell } from './words.ts';

/** The numbers one after the other as another program asks for them, each with a button that copies it. */
export function EntryOrder({ screen, params }: ScreenProps): VNode | null {
  const reported = reportedOf(params.period);
  const { period } = reported;
  const answer = useAnswer(() => readStanding(screen, reported), period.text, screen.revision.value);
  if (answer === undefined) return null;
  const copy = figuresWords.value;
  const { table, version } = answer.value;
  const rows = inEntryOrder(table);
  const plain = (value: number | null, decimals: number): string =>
    value === null ? '' : String(roundTo(value, decimals, table.rounding)).replace('.', ',');
  return (
    <FigurePage screen={screen} view="entry" reported={reported} title={copy.entryOf(periodWord(period.text))}>
      <p>{copy.entryHow}</p>
      {version !== undefined && <p role="status">{copy.frozenFile(version)}</p>}
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

/** What is typed elsewhere is what was signed: the version that stands, or the numbers of now where none does. */
async function readStanding({ phone, who }: Screen, { form, period }: ReportedPeriod) {
  const isFrozen = who.role === 'officer' && period.is !== 'span';
  const latest = isFrozen ? (await phone.closings(form.code, period.text)).versions.at(-1) : undefined;
  const frozen = latest && latest.state !== 'returned' ? await phone.frozenReport(latest.id) : undefined;
  if (frozen !== undefined) return { table: frozen.table, version: frozen.closing.version };
  return { table: await phone.report(form.code, period.text, who.commune), version: undefined };
}
