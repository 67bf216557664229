import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { TickRows } from '../../ui/field/tick-rows.tsx';
import { saveFile } from '../../ui/form/files/save-file.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../screen.ts';
import { spellMoment } from './spell-moment.ts';
import { transferWords } from './words.ts';

/** "Xuất sổ": the same files that come in. Said first: they are not sealed, and what is sensitive in them. */
export function ExportRegister({ screen }: ScreenProps): VNode {
  const words = transferWords.value.export;
  if (screen.who.role !== 'officer')
    return (
      <Page title={words.title} onBack={screen.back}>
        <p>{words.onlyOfficer}</p>
      </Page>
    );
  return <OfficersExport screen={screen} />;
}

function OfficersExport({ screen }: { readonly screen: Screen }): VNode {
  const words = transferWords.value.export;
  const [said, setSaid] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const [isAsked, setAsked] = useState(false);
  // A slow phone has not drawn the tick yet when the button is pressed.
  const isSure = useRef(false);
  const [step, setStep] = useState(0);
  const save = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setAsked(true);
    if (!isSure.current) return;
    setBusy(true);
    setSaid(words.working);
    try {
      const files = await screen.phone.exportFiles(format);
      if (files === 'no_officer') return setSaid(words.onlyOfficer);
      for (const file of files) saveFile(file);
      setSaid(words.saved(files.map(({ name }) => name).join(', ')));
    } finally {
      setBusy(false);
      setStep(step + 1);
    }
  };
  return (
    <Page title={words.title} onBack={screen.back}>
      <p>{words.text}</p>
      <p>{words.sensitive}</p>
      <TickRows
        id="confirm"
        label={words.before}
        choices={[{ key: 'yes', label: words.confirm }]}
        ticked={confirmed}
        onTick={(ticked) => {
          isSure.current = ticked.length > 0;
          setConfirmed(ticked);
        }}
        {...(isAsked && confirmed.length === 0 && { error: words.needConfirm })}
      />
      <Button label={words.xlsx} isBusy={isBusy} onPress={() => void save('xlsx')} />
      <Button label={words.csv} isBusy={isBusy} onPress={() => void save('csv')} />
      <p role="status">{said}</p>
      <ExportLog screen={screen} step={step} />
    </Page>
  );
}

function ExportLog({ screen, step }: { readonly screen: Screen; readonly step: number }): VNode | null {
  const words = transferWords.value.export;
  const log = useAnswer(() => screen.phone.exportLog(), 'exports', step);
  if (log === undefined) return null;
  return (
    <section>
      <h2>{words.log}</h2>
      {log.value.length === 0 && <p class="soft">{words.none}</p>}
      <Ledger>
        {log.value.map(({ at, user, format }) => (
          <LedgerRow key={at} title={spellMoment(at)} note={`${user} · ${format.toUpperCase()}`} />
        ))}
      </Ledger>
    </section>
  );
}
