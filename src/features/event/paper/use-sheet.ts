import { useMemo, useState } from 'preact/hooks';
import type { DraftKeeper } from '../../../ui/hook/draft-keeper.ts';
import { useDraft } from '../../../ui/hook/use-draft.ts';
import { draftPath, paperDraft } from '../../draft-path.ts';
import type { Screen } from '../../screen.ts';
import { answersOfSheet, blankRow, isBlank, type PaperRow, type PaperSheet } from './sheet-draft.ts';

export interface SheetAtWork {
  readonly sheet: PaperSheet;
  /** The rows of a table, a blank one always last. */
  readonly rowsOf: (table: number) => readonly PaperRow[];
  readonly putRow: (table: number, row: PaperRow) => void;
  readonly keeper: DraftKeeper;
}

/** What is typed is kept as a draft, letter by letter; a sheet is put down and taken up again. */
export function useSheet(screen: Screen, draft: string, opened: PaperSheet): SheetAtWork {
  const [sheet, setSheet] = useState(opened);
  const kept = useMemo(() => ({ id: draft, form: paperDraft, household: opened.place, page: 0 }), [draft]);
  const keeper = useDraft(screen, draft, draftPath(kept));
  const rowsOf = (table: number): readonly PaperRow[] => {
    const rows = sheet.rows[table] ?? [];
    const last = rows.at(-1);
    return last !== undefined && isBlank(last) ? rows : [...rows, blankRow(nextId(rows))];
  };
  const putRow = (table: number, row: PaperRow): void => {
    setSheet((before) => {
      const rows = before.rows[table] ?? [];
      const isKnown = rows.some(({ id }) => id === row.id);
      const next = isKnown ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
      const after = { ...before, rows: { ...before.rows, [table]: next } };
      keeper.keep({ ...kept, answers: answersOfSheet(after) });
      return after;
    });
  };
  return { sheet, rowsOf, putRow, keeper };
}

function nextId(rows: readonly PaperRow[]): string {
  return String(rows.reduce((most, { id }) => Math.max(most, Number(id)), 0) + 1);
}
