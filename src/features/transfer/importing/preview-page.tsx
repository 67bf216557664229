import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ImportPreview, TakenDoubts } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { fontNames } from '../font-names.ts';
import { transferWords } from '../words.ts';
import { CountTable } from './count-table.tsx';
import { DoubtChoice } from './doubt-choice.tsx';
import { LastImportLine } from './last-import-line.tsx';
import { ProgressLine } from './progress-line.tsx';
import { type FileTitles, RemarkList } from './remark-list.tsx';
import { useProgress } from './use-progress.ts';

interface PreviewPageProps {
  readonly screen: Screen;
  readonly preview: ImportPreview;
  /** Of a list of no fixed format. */
  readonly titles: FileTitles | undefined;
  readonly onAgain: () => void;
}

type Phase = 'asking' | 'writing' | 'full' | 'unfinished' | 'undone' | { readonly written: number };

/** Rows that are fine, doubtful and refused, each with its reason; nothing is written before the button is pressed. */
export function PreviewPage({ screen, preview, titles, onAgain }: PreviewPageProps): VNode {
  const { preview: words } = transferWords.value;
  const [phase, setPhase] = useState<Phase>('asking');
  const [doubtful, setDoubtful] = useState<TakenDoubts>();
  const hasDoubts = preview.doubts.length > 0;
  const writesSomething = preview.writes > 0 || preview.goesOn;
  const isReady = writesSomething && (!hasDoubts || doubtful !== undefined);
  const take = async (): Promise<void> => {
    setPhase('writing');
    const taken = await screen.phone.takeFiles(doubtful ?? 'take');
    setPhase(taken.is === 'done' ? { written: taken.written } : taken.is);
  };
  if (phase === 'writing') return <WritingPage screen={screen} />;
  if (phase !== 'asking')
    return (
      <Page title={transferWords.value.home.import} onBack={screen.back}>
        <p role="status">{wordOutcome(phase)}</p>
        <LastImportLine screen={screen} onUndone={() => setPhase('undone')} />
        <Button label={words.another} onPress={onAgain} />
      </Page>
    );
  const confirm = isReady && <Button label={words.confirm} isMain onPress={() => void take()} />;
  return (
    <Page title={words.title} onBack={onAgain} action={confirm || undefined}>
      <CountTable tables={preview.tables} />
      <PassedOver preview={preview} />
      {preview.goesOn && <p role="status">{words.goesOn}</p>}
      <p>{wordWrites(preview)}</p>
      {hasDoubts && writesSomething && <DoubtChoice doubts={preview.doubts} chosen={doubtful} onChoose={setDoubtful} />}
      <RemarkList screen={screen} preview={preview} titles={titles} />
    </Page>
  );
}

/** What would be written; a file of which rows were refused is not said to stand in the book. */
export function wordWrites({ writes, tables }: Pick<ImportPreview, 'writes' | 'tables'>): string {
  const { preview: words } = transferWords.value;
  if (writes > 0) return words.writes(spell(writes));
  return tables.some(({ refused }) => refused > 0) ? words.noneTaken : words.nothing;
}

/** What came of it, once nothing is previewed any more. */
export function wordOutcome(phase: Exclude<Phase, 'asking' | 'writing'>): string {
  const { problems, done } = transferWords.value;
  if (phase === 'undone') return done.undone;
  if (typeof phase === 'string') return problems[phase];
  return phase.written === 0 ? done.nothing : done.written(spell(phase.written));
}

function spell(count: number): string {
  return spellNumber(count, language.value);
}

function WritingPage({ screen }: { readonly screen: Screen }): VNode {
  const progress = useProgress(screen.phone);
  return (
    <Page title={transferWords.value.preview.title}>
      <ProgressLine progress={progress} />
    </Page>
  );
}

/** What was read otherwise than it was typed, and files, columns and places that come in nowhere: told, never just left. */
function PassedOver({ preview }: { readonly preview: ImportPreview }): VNode {
  const { preview: words, wizard } = transferWords.value;
  const { unread, strange, units, font } = preview;
  return (
    <>
      {font !== '' && <p>{wizard.font(fontNames[font])}</p>}
      {unread.length > 0 && <p>{words.unread(unread.join(', '))}</p>}
      {strange.length > 0 && <p>{words.strange(strange.join(', '))}</p>}
      {units !== undefined && <p>{words.units(spellNumber(units.rows, language.value))}</p>}
      {units !== undefined && units.unknown.length > 0 && <p>{words.unknownUnits(units.unknown.join(', '))}</p>}
    </>
  );
}
