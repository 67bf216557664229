import { useState } from 'preact/hooks';
import type { Finding } from '../../../domain/form/check.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { words } from '../../../ui/language.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { Screen } from '../../screen.ts';
import type { RowJudgement } from './judge-row.ts';
import type { PaperTable } from './paper-tables.ts';
import { isBlank, type PaperRow } from './sheet-draft.ts';
import { completeRow, judgeTyped, placeOfRow, saveRows, type Typing } from './typed-row.ts';
import type { SheetAtWork } from './use-sheet.ts';

/** A row as it stands in this moment, changed. */
export type ChangeRow = (row: PaperRow) => PaperRow;

type Judged = { readonly [row: string]: RowJudgement };

interface PaperTyping {
  readonly rows: readonly PaperRow[];
  readonly typing: Typing;
  readonly judged: Judged;
  readonly doubts: readonly Finding[];
  /** New for each press of the button; undefined before the first. */
  readonly pressed: object | undefined;
  readonly isBusy: boolean;
  /** Rises with each save that left nothing behind. */
  readonly saves: number;
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** Somebody types: what was said of the row before is of before. */
  readonly change: (row: string, change: ChangeRow) => void;
  readonly leave: (row: string) => void;
  readonly save: () => void;
  readonly confirm: () => void;
  readonly mend: () => void;
}

/** Typing one table: each row is judged when it is left, all of them before they are saved. */
export function usePaperTable(screen: Screen, work: SheetAtWork, table: PaperTable): PaperTyping {
  const [judged, setJudged] = useState<Judged>({});
  const [doubts, setDoubts] = useState<readonly Finding[]>([]);
  const [pressed, setPressed] = useState<object>();
  const [saves, setSaves] = useState(0);
  const [progress, setProgress] = useState<PaperTyping['progress']>();
  const typing: Typing = { phone: screen.phone, sheet: work.sheet, table };
  const rows = work.rowsOf(table.number);
  const now = () => work.rowsNow(table.number);
  const change = (row: string, how: ChangeRow): boolean => work.changeRow(table.number, row, how);
  const mark = (row: string, saved: string): void => void change(row, (before) => ({ ...before, saved }));

  /** @returns whether anything stands in the way: something to be mended, or to be asked first */
  const ask = (judgedRows: readonly JudgedRow[], asked: readonly string[]): boolean => {
    const hasFault = judgedRows.some(({ judgement }) => judgement.faults.length > 0);
    const unasked = judgedRows
      .flatMap(({ judgement }) => judgement.doubts)
      .filter(({ check }) => !asked.includes(check));
    setPressed({});
    setDoubts(hasFault ? [] : unasked);
    return hasFault || unasked.length > 0;
  };
  const judgeAll = async (asked: readonly string[]) => {
    const open = now().filter((row) => !isBlank(row) && row.saved === '');
    const judgedRows = await judgeEach(typing, open);
    setJudged(Object.fromEntries(judgedRows.map(({ row, judgement }) => [row.id, judgement])));
    return ask(judgedRows, asked) ? [] : judgedRows;
  };
  const run = async (asked: readonly string[]): Promise<void> => {
    const ready = await judgeAll(asked);
    let done = 0;
    const { saved, refused } = await saveRows(typing, ready, asked, (row) => {
      mark(row.id, row.saved);
      done += 1;
      setProgress({ done, of: ready.length });
    });
    setProgress(undefined);
    // What speaks against a row only now that those before it are saved, twins typed as two rows, is asked at once.
    const left = await judgeEach(typing, refused);
    for (const { row, judgement } of left) setJudged((before) => ({ ...before, [row.id]: judgement }));
    if (left.length > 0) ask(left, asked);
    if (saved.length > 0) tellSaved(screen, saved, mark);
    if (saved.length > 0 && refused.length === 0) setSaves((before) => before + 1);
  };
  const plain = useOnce(() => run([]));
  const sure = useOnce(() => run([...new Set(doubts.map(({ check }) => check))]));
  return {
    ...{ rows, typing, judged, doubts, pressed, progress, saves },
    isBusy: plain.isBusy || sure.isBusy,
    change: (row, how) => {
      if (change(row, how)) setJudged((before) => without(before, row));
    },
    leave: (id) =>
      void judgeLeft(typing, () => now().find((row) => row.id === id)).then((left) => {
        if (left === undefined) return;
        change(id, () => left.row);
        setJudged((before) => ({ ...before, [id]: left.judgement }));
      }),
    save: plain.run,
    confirm: sure.run,
    mend: () => setDoubts([]),
  };
}

interface JudgedRow {
  readonly row: PaperRow;
  readonly judgement: RowJudgement;
}

async function judgeEach(typing: Typing, rows: readonly PaperRow[]) {
  const judged: JudgedRow[] = [];
  for (const row of rows) judged.push({ row, judgement: await judgeTyped(typing, row) });
  return judged;
}

interface LeftRow {
  readonly row: PaperRow;
  readonly judgement: RowJudgement;
}

/** A row that was left is completed and judged, once its last cell is; one that was typed into since is left alone. */
async function judgeLeft(typing: Typing, find: () => PaperRow | undefined): Promise<LeftRow | undefined> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const row = find();
  if (row === undefined || isBlank(row) || row.saved !== '') return undefined;
  const full = completeRow(typing, row, await placeOfRow(typing, row));
  const judgement = await judgeTyped(typing, full);
  return find() === row ? { row: full, judgement } : undefined;
}

function without(judged: Judged, row: string): Judged {
  const { [row]: _, ...rest } = judged;
  return rest;
}

/** One undo takes the whole table back; its rows stay as typed. */
function tellSaved(screen: Screen, saved: readonly PaperRow[], mark: (row: string, saved: string) => void): void {
  const path = location.pathname;
  const undo = async (): Promise<void> => {
    for (const row of [...saved].reverse()) {
      await screen.phone.undo(row.saved);
      mark(row.id, '');
    }
    screen.say({ text: words.value.app.undone, path });
  };
  screen.say({ text: `${words.value.bar.saved}: ${eventWords.value.paper.rows(saved.length)}`, path, undo });
}
