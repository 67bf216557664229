import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportFigure } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { type ReportedPeriod, reportPath } from '../reported-period.ts';
import { FigurePage } from './figure-page.tsx';
import { reportedOf } from './reported.ts';
import { figuresWords, periodWord, spell } from './words.ts';

type Column = 'value' | 'cumulative';

/** The form with one column a village, in the order of the units; on a phone one village beside the commune. */
export function Villages({ screen, params }: ScreenProps): VNode | null {
  const reported = reportedOf(params.period);
  const [column, setColumn] = useState<Column>('value');
  const [chosen, setChosen] = useState('');
  const answer = useAnswer(() => readColumns(screen, reported), reported.period.text, screen.revision.value);
  if (answer === undefined) return null;
  const copy = figuresWords.value;
  const villages = answer.value.slice(1);
  const shown = villages.find(({ place }) => place === chosen)?.place ?? villages[0]?.place;
  const shared = { column, period: reported.period.text };
  const choices = [
    { key: 'value', label: copy.isPeriod },
    { key: 'cumulative', label: copy.isCumulative },
  ];
  return (
    <div class="sheet">
      <FigurePage
        screen={screen}
        view="villages"
        reported={reported}
        title={copy.villagesOf(periodWord(reported.period.text))}
      >
        <div class="not-printed section">
          <ChoiceRows
            id="column"
            label={copy.now}
            choices={choices}
            chosen={column}
            onChoose={(key) => setColumn(key === 'cumulative' ? 'cumulative' : 'value')}
          />
        </div>
        <div class="only-wide sheet-part">
          <VillageTable {...shared} columns={answer.value} look="sheet-table" />
        </div>
        <div class="only-narrow">
          <SelectField
            id="village"
            label={copy.village}
            choices={villages.map(({ place, name }) => ({ key: place, label: name }))}
            chosen={shown ?? ''}
            blank={copy.village}
            onChoose={setChosen}
          />
          <VillageTable
            {...shared}
            columns={answer.value.filter(({ place }) => place === '' || place === shown)}
            look="table chart-table"
          />
        </div>
      </FigurePage>
    </div>
  );
}

interface VillageColumn {
  readonly place: string;
  readonly name: string;
  readonly figures: readonly ReportFigure[];
}

async function readColumns(
  { phone, who }: Screen,
  { form, period }: ReportedPeriod,
): Promise<readonly VillageColumn[]> {
  const tables = await phone.reportColumns(form.code, period.text);
  return tables.map(({ place, placeName, above, rows }) => {
    const figures = [...above, ...rows].filter(({ isLegal, cell }) => isLegal && cell === undefined);
    const isCommune = place === who.commune;
    return { place: isCommune ? '' : place, name: isCommune ? figuresWords.value.commune : placeName, figures };
  });
}

interface VillageTableProps {
  readonly columns: readonly VillageColumn[];
  readonly column: Column;
  readonly period: string;
  readonly look: string;
}

function VillageTable({ columns, column, period, look }: VillageTableProps): VNode {
  const copy = figuresWords.value;
  const [commune] = columns;
  return (
    <table class={look}>
      <thead>
        <tr>
          <th scope="col">{copy.indicator}</th>
          {columns.map(({ place, name }) => (
            <th key={place} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(commune?.figures ?? []).map((figure, row) => (
          <tr key={figure.key}>
            <th scope="row">{say(figure.short ?? figure.label, language.value)}</th>
            {columns.map(({ place, name, figures }) => {
              const one = figures[row];
              const value = spell(one?.[column] ?? null, figure.decimals);
              const label = `${name}, ${say(figure.label, language.value)}`;
              return (
                <td key={place} class="number">
                  {column === 'value' && one !== undefined ? (
                    <a
                      class="line-link"
                      href={reportPath(period, one.row, place || undefined)}
                      aria-label={copy.open(label, value)}
                    >
                      {value}
                    </a>
                  ) : (
                    value
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
