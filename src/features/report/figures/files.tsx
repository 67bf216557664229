import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import type { ScreenProps } from '../../screen.ts';
import { FigurePage } from './figure-page.tsx';
import { reportedOf } from './reported.ts';
import { figuresWords, periodWord } from './words.ts';

/** A report as a workbook like the form, as CSV, or as DHIS2 takes it: judged by its public rules before it is saved. */
export function Files({ screen, params }: ScreenProps): VNode {
  const copy = figuresWords.value;
  const reported = reportedOf(params.period);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [said, setSaid] = useState('');
  const save = useOnce(() => make('xlsx'));
  const saveCsv = useOnce(() => make('csv'));
  const saveDhis2 = useOnce(() => make('dhis2'));
  async function make(format: 'xlsx' | 'csv' | 'dhis2'): Promise<void> {
    const { file, faults, frozen } = await screen.phone.reportFile({
      form: reported.form.code,
      period: reported.period.text,
      place: screen.who.commune,
      format,
      hasVillages: ticked.includes('villages'),
      hasOwn: ticked.includes('own'),
    });
    if (faults.length > 0) return setSaid(faults.includes('period') ? copy.noSpan : copy.faults(faults.join(', ')));
    saveFile(file);
    const which = frozen && (frozen.isWritten ? copy.frozenFile(frozen.version) : copy.liveFile);
    setSaid([copy.savedFile(file.name), which, format === 'dhis2' ? copy.checked : ''].filter(Boolean).join('. '));
  }
  return (
    <FigurePage screen={screen} view="files" reported={reported} title={copy.filesOf(periodWord(reported.period.text))}>
      <p>{copy.filesHow}</p>
      <TickRows
        id="columns"
        label={copy.columns}
        choices={[
          { key: 'villages', label: copy.withVillages },
          { key: 'own', label: copy.withOwn },
        ]}
        ticked={ticked}
        onTick={setTicked}
      />
      <Button label={copy.xlsx} icon="install" isBusy={save.isBusy} onPress={save.run} />
      <Button label={copy.csv} icon="install" isBusy={saveCsv.isBusy} onPress={saveCsv.run} />
      <Button label={copy.dhis2} icon="install" isBusy={saveDhis2.isBusy} onPress={saveDhis2.run} />
      <p role="status">{said}</p>
    </FigurePage>
  );
}
