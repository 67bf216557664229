import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt } from '../../../ui/error-summary.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import type { SheetMapping, SheetSample, SheetWords } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { transferWords } from '../words.ts';
import { type ListUse, missingColumns } from './missing-columns.ts';
import { ProfileBox } from './profile-box.tsx';

interface ColumnsStepProps {
  readonly screen: Screen;
  readonly sheet: SheetSample;
  readonly use: ListUse;
  readonly isBusy: boolean;
  readonly onColumns: (mapping: SheetMapping) => void;
}

/** Which row names the columns, and what each column is: suggested, then said by a person. */
export function ColumnsStep({ screen, sheet, use, isBusy, onColumns }: ColumnsStepProps): VNode {
  const words = transferWords.value.wizard;
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const [heading, setHeading] = useState(sheet.heading);
  const [columns, setColumns] = useState(sheet.readings[sheet.heading]?.columns ?? []);
  const [said, setSaid] = useState<SheetWords>(sheet.words);
  const [village, setVillage] = useState(villages.length === 1 ? (villages[0]?.id ?? '') : '');
  const [found, setFound] = useState(0);
  const facts = Object.entries(words.facts).map(([key, label]) => ({ key, label }));
  const titles = sheet.readings[heading]?.titles ?? [];
  const mapping: SheetMapping = { sheet: sheet.sheet, heading, columns, village, words: said };
  const chooseHeading = (row: number): void => {
    setHeading(row);
    setColumns(sheet.readings[row]?.columns ?? []);
  };
  const errors = found === 0 ? [] : missingColumns(mapping, use);
  const go = (): void => {
    if (missingColumns(mapping, use).length > 0) setFound(found + 1);
    else onColumns(mapping);
  };
  return (
    <>
      <ErrorSummary errors={errors} found={found} />
      <SelectField
        id="heading"
        label={words.heading}
        hint={words.headingHint}
        blank=""
        choices={sheet.rows.map((row, index) => ({ key: String(index), label: headingLabel(row, index) }))}
        chosen={String(heading)}
        onChoose={(key) => chooseHeading(Number(key))}
      />
      <SelectField
        id="village"
        label={words.village}
        blank={words.villageBlank}
        choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
        chosen={village}
        onChoose={setVillage}
        {...errorAt(errors, 'village')}
      />
      <h2>{words.columns}</h2>
      {titles.map((title, index) => (
        <SelectField
          key={index}
          id={`column-${index}`}
          label={words.column(index + 1, title)}
          blank={words.blank}
          choices={facts}
          chosen={columns[index] ?? ''}
          {...errorAt(errors, `column-${index}`)}
          onChoose={(key) => setColumns(titles.map((_, at) => (at === index ? key : (columns[at] ?? ''))))}
        />
      ))}
      <Button label={words.next} isMain isBusy={isBusy} onPress={go} />
      <ProfileBox
        screen={screen}
        mapping={mapping}
        titles={titles}
        onOpened={(profile) => {
          setColumns(profile.columns);
          setSaid(profile.words);
        }}
      />
    </>
  );
}

function headingLabel(row: readonly string[], index: number): string {
  const cells = row.filter((cell) => cell !== '').join(' | ');
  return transferWords.value.wizard.headingRow(index + 1, cells.slice(0, 60));
}
