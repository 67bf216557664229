import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import type { ScreenProps } from '../screen.ts';
import { saveFile } from './save-file.ts';
import { transferWords } from './words.ts';

/** "Xuất sổ": the same files that come in. Said first: they are not sealed. */
export function ExportRegister({ screen }: ScreenProps): VNode {
  const words = transferWords.value.export;
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setBusy(true);
    setSaid(words.working);
    try {
      const files = await screen.phone.exportFiles(format);
      for (const file of files) saveFile(file);
      setSaid(words.saved(files.map(({ name }) => name).join(', ')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={words.title} onBack={screen.back}>
      <p>{words.text}</p>
      <Button label={words.xlsx} isBusy={isBusy} onPress={() => void save('xlsx')} />
      <Button label={words.csv} isBusy={isBusy} onPress={() => void save('csv')} />
      <p role="status">{said}</p>
    </Page>
  );
}
