import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { Page } from '../../ui/page.tsx';
import type { SheetMapping, SheetSample } from '../../workers/api/transfer-api.ts';
import type { Screen } from '../screen.ts';
import { transferWords } from './words.ts';

interface WizardPageProps {
  readonly screen: Screen;
  readonly title: string;
  /** Words of the main button. */
  readonly action: string;
  readonly sheets: readonly SheetSample[];
  readonly isBusy: boolean;
  readonly onMapped: (mapping: SheetMapping) => void;
  readonly onAgain: () => void;
}

const fontNames = { tcvn3: 'TCVN3', vni: 'VNI' } as const;

/** A list of no fixed format: which row names the columns, and what each column is. Suggested, then said by a person. */
export function WizardPage(props: WizardPageProps): VNode | null {
  const words = transferWords.value.wizard;
  const [name, setName] = useState(props.sheets[0]?.sheet ?? '');
  const sheet = props.sheets.find((one) => one.sheet === name);
  if (sheet === undefined) return null;
  const choices = props.sheets.map((one) => ({ key: one.sheet, label: one.sheet }));
  return (
    <Page title={props.title} onBack={props.onAgain}>
      {choices.length > 1 && (
        <SelectField id="sheet" label={words.sheet} choices={choices} chosen={name} blank="" onChoose={setName} />
      )}
      {sheet.font !== '' && <p>{words.font(fontNames[sheet.font])}</p>}
      <SheetReading key={name} {...props} sheet={sheet} />
    </Page>
  );
}

function SheetReading({
  screen,
  sheet,
  action,
  isBusy,
  onMapped,
}: WizardPageProps & { readonly sheet: SheetSample }): VNode {
  const words = transferWords.value.wizard;
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const [heading, setHeading] = useState(sheet.heading);
  const [columns, setColumns] = useState(sheet.columns);
  const [village, setVillage] = useState(villages.length === 1 ? (villages[0]?.id ?? '') : '');
  const [isAsked, setAsked] = useState(false);
  const hasName = columns.includes('full_name');
  const facts = Object.entries(words.facts).map(([key, label]) => ({ key, label }));
  const titles = sheet.rows[heading] ?? [];
  const read = (): void => {
    setAsked(true);
    if (hasName) onMapped({ sheet: sheet.sheet, heading, columns, village });
  };
  return (
    <>
      <SelectField
        id="heading"
        label={words.heading}
        blank=""
        choices={sheet.rows.map((row, index) => ({
          key: String(index),
          label: words.headingRow(
            index + 1,
            row
              .filter((cell) => cell !== '')
              .join(' | ')
              .slice(0, 60),
          ),
        }))}
        chosen={String(heading)}
        onChoose={(key) => setHeading(Number(key))}
      />
      <SelectField
        id="village"
        label={words.village}
        blank={words.villageBlank}
        choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
        chosen={village}
        onChoose={setVillage}
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
          onChoose={(key) => setColumns(titles.map((_, at) => (at === index ? key : (columns[at] ?? ''))))}
        />
      ))}
      {isAsked && !hasName && (
        <p class="error" role="alert">
          {words.needName}
        </p>
      )}
      <Button label={action} isMain isBusy={isBusy} onPress={read} />
    </>
  );
}
