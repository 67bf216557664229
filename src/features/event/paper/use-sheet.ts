import { useMemo, useRef, useState } from 'preact/hooks';
import type { DraftKeeper } from '../../../ui/hook/draft-keeper.ts';
import { useDraft } from '../../../ui/hook/use-draft.ts';
import { draftPath, paperDraft } from '../../draft-path.ts';
import type { Screen } from '../../screen.ts';
import { answersOfSheet, blankRow, isBlank, type PaperRow, type PaperSheet } from './sheet-draft.ts';

export interface SheetAtWork {
  readonly sheet: PaperSheet;
  /** The rows of a table, a blank one always last. */
  readonly rowsOf: (table: number) => readonly PaperRow[];
  /** The same as they stand in this moment, drawn or not: what a handler was made with may be older than the last key. */
  readonly rowsNow: (table: number) => readonly PaperRow[];
  /** Changes a row as it stands in this moment. @returns whether it is another now */
  readonly changeRow: (table: number, id: string, change: (row: PaperRow) => PaperRow) => boolean;
  readonly keeper: DraftKeeper;
}

/** What is typed is kept as a draft, letter by letter; a sheet is put down and taken up again. */
export function useSheet(screen: Screen, draft: string, opened: PaperSheet): SheetAtWork {
  const [sheet, setSheet] = useState(opened);
  const kept = useMemo(() => ({ id: draft, form: paperDraft, household: opened.place, page: 0 }), [draft]);
  const keeper = useDraft(screen, draft, draftPath(kept));
  const newest = useRef(opened);
  const changeRow: SheetAtWork['changeRow'] = (table, id, change) => {
    const { rows } = newest.current;
    const before = rows[table] ?? [];
    const known = before.find((row) => row.id === id);
    const row = change(known ?? blankRow(id));
    if (row === known) return false;
    const next = known === undefined ? [...before, row] : before.map((one) => (one === known ? row : one));
    newest.current = { ...newest.current, rows: { ...rows, [table]: next } };
    setSheet(newest.current);
    keeper.keep({ ...kept, answers: answersOfSheet(newest.current) });
    return true;
  };
  return {
    sheet,
    rowsOf: (table) => withBlankLast(sheet.rows[table] ?? []),
    rowsNow: (table) => withBlankLast(newest.current.rows[table] ?? []),
    changeRow,
    keeper,
  };
}

function withBlankLast(rows: readonly PaperRow[]): readonly PaperRow[] {
  const last = rows.at(-1);
  return last !== undefined && isBlank(last) ? rows : [...rows, blankRow(nextId(rows))];
}

function nextId(rows: readonly PaperRow[]): string {
  return String(rows.reduce((most, { id }) => Math.max(most, Number(id)), 0) + 1);
}
