import type { Catalogue } from '../../../domain/catalogue.ts';
import { exportBook } from '../../../formats/interchange/export/export-book.ts';
import { stateBook } from '../../../formats/interchange/state-book.ts';
import { writeCsv } from '../../../formats/sheet/write-csv.ts';
import { writeXlsx } from '../../../formats/sheet/write-xlsx.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { isErased, readLine } from '../../../sync/wire/line.ts';
import type { FileBytes } from '../../api/transfer-api.ts';
import type { Session } from '../../session.ts';

/** The register as four files, or as one workbook. What waits to be sent is in it too. */
export async function exportFiles(
  catalogue: Catalogue,
  session: Session,
  format: 'csv' | 'xlsx',
): Promise<readonly FileBytes[]> {
  const states = await everyState(session);
  const units = session.activation.units.map((unit) => ({ ...unit, validFrom: '', validTo: '', predecessors: '' }));
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
