import { readPeriod } from '../../../domain/calendar/period.ts';
import type { ReportTable } from '../../../domain/figure/report.ts';
import { dataValueSet } from '../../../formats/report/data-value-set.ts';
import { dataValueSetFaults } from '../../../formats/report/data-value-set-schema.ts';
import { reportLines } from '../../../formats/report/report-lines.ts';
import { writeReport } from '../../../formats/report/write-report.ts';
import { writeCsv } from '../../../formats/sheet/write-csv.ts';
import { standingReport } from '../../../register/figures/closing/frozen-report.ts';
import { columnPlaces, reportColumn } from '../../../register/figures/report-columns.ts';
import type { Register } from '../../../register/register.ts';
import type { ReportFile, ReportOrder } from '../../api/meeting-api.ts';

interface Sender {
  readonly communeName: string;
  readonly userName: string;
}

/** A report as a file; of DHIS2 also what its public rules would refuse. */
export async function reportFile(order: ReportOrder, register: Register, who: Sender): Promise<ReportFile> {
  const { folk } = register;
  const standing = standingReport(register, order);
  // Villages were not frozen by themselves: beside each other all numbers are of now.
  const isWritten = !order.hasVillages || order.format === 'dhis2';
  const table = (isWritten ? standing?.table : undefined) ?? register.report(order.form, order.period, order.place);
  const frozen = standing && { frozen: { version: standing.version, isWritten } };
  const name = `${table.form.toLowerCase()}-${table.period.replace('..', '-den-')}`;
  if (order.format === 'dhis2') {
    const set = dataValueSet(table, folk.places.code(order.place));
    const bytes = new TextEncoder().encode(`${JSON.stringify(set, undefined, 2)}\n`);
    return { file: { name: `${name}.json`, bytes }, faults: dataValueSetFaults(set), ...frozen };
  }
  const columns = order.hasVillages ? villageColumns(order, register) : [];
  const laidOut = { table, columns, hasOwn: order.hasOwn, communeName: who.communeName };
  const bytes =
    order.format === 'csv'
      ? writeCsv({ name, rows: reportLines(laidOut) })
      : await writeReport({ ...laidOut, by: who.userName });
  return { file: { name: `${name}.${order.format}`, bytes }, faults: [], ...frozen };
}

/** Villages as they stood then: beside each other they sum to the commune. */
function villageColumns({ form, period }: ReportOrder, register: Register): readonly ReportTable[] {
  const read = readPeriod(period);
  const asked = { code: form, period, last: read.ok ? read.value.last : '' };
  return columnPlaces(register.folk.places)
    .filter(({ level }) => level === 'village')
    .flatMap((unit) => reportColumn(register, unit, asked) ?? []);
}
