import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { FileField } from '../../../ui/form/files/file-field.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { FileBytes, OpenedFiles, SheetMapping, SheetSample } from '../../../workers/api/transfer-api.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { tellProblem } from '../tell-problem.ts';
import { WizardPage } from '../wizard/wizard-page.tsx';
import { transferWords } from '../words.ts';
import { LastImportLine } from './last-import-line.tsx';
import { PreviewPage } from './preview-page.tsx';
import type { FileTitles } from './remark-list.tsx';

/** "Nhập sổ từ tệp": choose, look, say yes; the fixed format, or a list read the way a person says. */
export function ImportRegister({ screen }: ScreenProps): VNode {
  const { wizard } = transferWords.value;
  const [opened, setOpened] = useState<OpenedFiles>();
  const [isReading, setReading] = useState(false);
  const [titles, setTitles] = useState<FileTitles>();
  const read = async (answer: Promise<OpenedFiles>): Promise<void> => {
    setReading(true);
    try {
      setOpened(await answer);
    } finally {
      setReading(false);
    }
  };
  const onFiles = (files: readonly FileBytes[]): void => {
    setTitles(undefined);
    void read(screen.phone.openFiles(files));
  };
  const onMapped = (mapping: SheetMapping): void => {
    setTitles(opened?.is === 'sheets' ? titlesOf(opened.sheets, mapping) : {});
    void read(screen.phone.mapSheet(mapping));
  };
  const onAgain = () => setOpened(undefined);

  if (opened?.is === 'preview')
    return <PreviewPage screen={screen} preview={opened} titles={titles} onAgain={onAgain} />;
  if (opened?.is === 'sheets')
    return (
      <WizardPage
        screen={screen}
        use="import"
        title={wizard.title}
        action={wizard.read}
        sheets={opened.sheets}
        isBusy={isReading}
        onMapped={onMapped}
        onAgain={onAgain}
      />
    );
  return <ChoosePage screen={screen} opened={opened} onFiles={onFiles} />;
}

/** What the list itself calls each column that is read. */
function titlesOf(sheets: readonly SheetSample[], { sheet, heading, columns }: SheetMapping): FileTitles {
  const titles = sheets.find((one) => one.sheet === sheet)?.readings[heading]?.titles ?? [];
  const titled = columns.flatMap((fact, at) => (fact === '' ? [] : [[fact, titles[at]?.trim() ?? ''] as const]));
  // Of a name in two columns the first is told: the other may have no title.
  return Object.fromEntries(titled.reverse());
}

interface ChoosePageProps {
  readonly screen: Screen;
  readonly opened: OpenedFiles | undefined;
  readonly onFiles: (files: readonly FileBytes[]) => void;
}

/** Reading and judging show here too: it is all one work, and it goes on when the page is left. */
function ChoosePage({ screen, opened, onFiles }: ChoosePageProps): VNode {
  const { choose, home } = transferWords.value;
  const problem = opened && tellProblem(opened);
  return (
    <Page title={home.import} onBack={screen.back}>
      {problem !== undefined && (
        <p class="error" role="alert">
          {problem}
        </p>
      )}
      <FileField label={choose.label} hint={choose.hint} isMultiple onFiles={onFiles} />
      <LastImportLine screen={screen} />
    </Page>
  );
}
