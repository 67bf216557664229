import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { DoubtBox } from '../../../ui/form/doubt-box.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { Screen } from '../../screen.ts';
import { goOnByEnter } from './go-on-by-enter.ts';
import { cellId, PaperLine } from './paper-line.tsx';
import type { PaperTable } from './paper-tables.ts';
import { usePaperTable } from './use-paper-table.ts';
import type { SheetAtWork } from './use-sheet.ts';

interface PaperTableProps {
  readonly screen: Screen;
  readonly work: SheetAtWork;
  readonly table: PaperTable;
}

const saveId = 'p0-save';

/** One table of the sheet: typed by keyboard alone, judged row by row, saved as a whole. */
export function PaperTableView({ screen, work, table }: PaperTableProps): VNode {
  const copy = eventWords.value.paper;
  const typing = usePaperTable(screen, work, table);
  const errors = typing.rows.flatMap((row) =>
    (typing.judged[row.id]?.faults ?? []).map(({ cell, text }) => ({ control: cellId(row.id, cell), text })),
  );
  const lines = useRef<HTMLDivElement>(null);
  // Typing begins in the first cell of the blank row, and goes on there after a save.
  useEffect(() => {
    lines.current?.lastElementChild?.querySelector('input')?.focus();
  }, [typing.saves]);
  return (
    <section class="p0">
      <h2>{copy.tableTitle(table.number, copy.title[table.number - 1] ?? '')}</h2>
      <p class="soft small">{copy.keys}</p>
      <ErrorSummary errors={typing.pressed ? errors : []} found={typing.pressed} />
      <DoubtBox doubts={typing.doubts} onYes={typing.confirm} onMend={typing.mend} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter leads from cell to cell, as on a calculating sheet */}
      <div ref={lines} class="p0-lines" onKeyDown={(event) => goOnByEnter(event, saveId)}>
        {typing.rows.map((row, index) => (
          <PaperLine
            key={row.id}
            place={index + 1}
            row={row}
            typing={typing.typing}
            revision={screen.revision.value}
            judgement={typing.judged[row.id]}
            onChange={(change) => typing.change(row.id, change)}
            onLeave={() => typing.leave(row.id)}
          />
        ))}
      </div>
      <div>
        <Button
          id={saveId}
          label={typing.progress === undefined ? copy.save : copy.progress(typing.progress.done, typing.progress.of)}
          isMain
          isBusy={typing.isBusy}
          onPress={typing.save}
        />
      </div>
    </section>
  );
}
