import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ImportPreview } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { transferWords } from '../words.ts';
import { CountTable } from './count-table.tsx';
import { LastImportLine } from './last-import-line.tsx';
import { ProgressLine } from './progress-line.tsx';
import { tableWord } from './table-word.ts';

interface PreviewPageProps {
  readonly screen: Screen;
  readonly preview: ImportPreview;
  readonly onAgain: () => void;
}

type Phase = 'asking' | 'writing' | 'full' | { readonly written: number };

/** Rows that are fine, doubtful and refused, each with its reason; nothing is written before the button is pressed. */
export function PreviewPage({ screen, preview, onAgain }: PreviewPageProps): VNode {
  const { preview: words, progress, problems, done } = transferWords.value;
  const [phase, setPhase] = useState<Phase>('asking');
  const [doubtful, setDoubtful] = useState<'take' | 'leave'>();
  const hasDoubts = preview.tables.some((table) => table.doubtful > 0);
  const isReady = preview.writes > 0 && (!hasDoubts || doubtful !== undefined);
  const take = async (): Promise<void> => {
    setPhase('writing');
    const taken = await screen.phone.takeFiles(doubtful ?? 'take');
    setPhase(taken.is === 'full' ? 'full' : { written: taken.written });
  };
  const spell = (count: number) => spellNumber(count, language.value);

  if (phase === 'writing')
    return (
      <Page title={words.title}>
        <ProgressLine screen={screen} label={progress.writing} />
      </Page>
    );
  if (phase !== 'asking')
    return (
      <Page title={words.title} onBack={screen.back}>
        <p role="status">{phase === 'full' ? problems.full : done.written(spell(phase.written))}</p>
        <LastImportLine screen={screen} />
        <Button label={words.another} onPress={onAgain} />
      </Page>
    );
  const confirm = isReady && <Button label={words.confirm} isMain onPress={() => void take()} />;
  return (
    <Page title={words.title} onBack={onAgain} action={confirm || undefined}>
      <CountTable tables={preview.tables} />
      {preview.strange.length > 0 && <p>{words.strange(preview.strange.join(', '))}</p>}
      <p>{preview.writes === 0 ? words.nothing : words.writes(spell(preview.writes))}</p>
      {hasDoubts && (
        <ChoiceRows
          id="doubtful"
          label={words.doubtfulChoice}
          choices={[
            { key: 'take', label: words.take },
            { key: 'leave', label: words.leave },
          ]}
          chosen={doubtful}
          onChoose={(key) => setDoubtful(key === 'leave' ? 'leave' : 'take')}
        />
      )}
      <Remarks preview={preview} />
    </Page>
  );
}

/** Drawn a hundred at a time: thousands of rows would hold the page up. */
const shownRemarks = 100;

function Remarks({ preview }: { readonly preview: ImportPreview }): VNode | null {
  const words = transferWords.value.preview;
  const { remarks, tables } = preview;
  if (remarks.length === 0) return null;
  const all = tables.reduce((sum, { doubtful, refused }) => sum + doubtful + refused, 0);
  const shown = remarks.slice(0, shownRemarks);
  const left = all - new Set(shown.map(({ table, row }) => `${table} ${row}`)).size;
  return (
    <section>
      <h2>{words.reasons}</h2>
      <Ledger>
        {shown.map((remark, index) => (
          <LedgerRow
            key={index}
            title={`${remark.strength === 'refuse' ? words.refused : words.doubtful}: ${say(remark.words, language.value)}`}
            note={words.where(tableWord(remark.table), remark.row, remark.column)}
          />
        ))}
      </Ledger>
      {left > 0 && <p>{words.more(left)}</p>}
    </section>
  );
}
