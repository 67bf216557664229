import { catalogue } from '../../../catalogue/index.ts';
import { exportBook } from '../../../formats/interchange/export/export-book.ts';
import { joinStates } from '../../../formats/interchange/joined-states.ts';
import { stateBook } from '../../../formats/interchange/state-book.ts';
import { writeCsv } from '../../../formats/sheet/write-csv.ts';
import { writeXlsx } from '../../../formats/sheet/write-xlsx.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { isErased, readLine } from '../../../sync/wire/line.ts';
import type { ExportEntry, FileBytes, TransferApi } from '../../api/transfer-api.ts';
import type { Session } from '../../session.ts';
import type { TransferBench } from './transferring.ts';

const logNote = 'exports';

/** The register as four files, or as one workbook. What waits to be sent is in it too; each time is logged before it goes. */
export function createExporting({
  session,
  notes,
  now,
}: TransferBench): Pick<TransferApi, 'exportFiles' | 'exportLog'> {
  const log = async () => (await notes.get<{ readonly entries: readonly ExportEntry[] }>(logNote))?.entries ?? [];
  return {
    async exportFiles(format) {
      if (session.who.role !== 'officer') return 'no_officer';
      const entry = { at: now(), user: session.who.userName, format };
      await notes.put(logNote, { entries: [entry, ...(await log())] });
      return writeFiles(session, format);
    },
    exportLog: log,
  };
}

async function writeFiles(session: Session, format: 'csv' | 'xlsx'): Promise<readonly FileBytes[]> {
  const { states } = joinStates(catalogue, await everyState(session));
  const units = session.activation.units.map((unit) => ({ validFrom: '', validTo: '', predecessors: '', ...unit }));
  const sheets = exportBook({ units, states, ...stateBook(catalogue, states) });
  if (format === 'xlsx') return [{ name: 'so-a0.xlsx', bytes: await writeXlsx(sheets) }];
  return sheets.map((sheet) => ({ name: `${sheet.name}.csv`, bytes: writeCsv(sheet) }));
}

/** Confirmed records as they show, and those that only wait. */
export async function everyState({ store }: Session): Promise<readonly RecordState[]> {
  const waiting = (await store.pending()).flatMap(({ line }) => {
    const read = readLine(line);
    return read.ok && !isErased(read.value) ? [read.value.id] : [];
  });
  const confirmed = [...store.allConfirmed()].map(({ id }) => id);
  return [...new Set([...confirmed, ...waiting])].flatMap((id) => store.shown(id) ?? []);
}
