import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { AskedWord, SheetMapping, SheetSample } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { fontNames } from '../font-names.ts';
import { transferWords } from '../words.ts';
import { ColumnsStep } from './columns-step.tsx';
import type { ListUse } from './missing-columns.ts';
import { WordsStep } from './words-step.tsx';

interface WizardPageProps {
  readonly screen: Screen;
  readonly use: ListUse;
  readonly title: string;
  /** Words of the main button. */
  readonly action: string;
  readonly sheets: readonly SheetSample[];
  readonly isBusy: boolean;
  readonly onMapped: (mapping: SheetMapping) => void;
  readonly onAgain: () => void;
}

interface Asking {
  readonly mapping: SheetMapping;
  readonly words: readonly AskedWord[];
}

/** A list of no fixed format: what each column is, then what the words mean that nobody knows. */
export function WizardPage(props: WizardPageProps): VNode | null {
  const { screen, use, title, sheets, isBusy, action, onMapped, onAgain } = props;
  const words = transferWords.value.wizard;
  const [name, setName] = useState(sheets[0]?.sheet ?? '');
  const [asking, setAsking] = useState<Asking>();
  const sheet = sheets.find((one) => one.sheet === name);
  if (sheet === undefined) return null;
  const choices = sheets.map((one) => ({ key: one.sheet, label: one.sheet }));
  const onColumns = async (mapping: SheetMapping): Promise<void> => {
    const asked = await screen.phone.sheetWords(mapping);
    if (asked.length === 0) onMapped(mapping);
    else setAsking({ mapping, words: asked });
  };
  if (asking !== undefined)
    return (
      <Page title={words.asked.title} onBack={() => setAsking(undefined)}>
        <WordsStep {...asking} action={action} isBusy={isBusy} onMapped={onMapped} />
      </Page>
    );
  return (
    <Page title={title} onBack={onAgain}>
      {choices.length > 1 && (
        <SelectField id="sheet" label={words.sheet} choices={choices} chosen={name} blank="" onChoose={setName} />
      )}
      {sheet.font !== '' && <p>{words.font(fontNames[sheet.font])}</p>}
      <ColumnsStep key={name} screen={screen} sheet={sheet} use={use} isBusy={isBusy} onColumns={onColumns} />
    </Page>
  );
}
