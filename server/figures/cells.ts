import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { catalogue } from '../../src/catalogue/index.ts';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import { formInForce } from '../../src/domain/report.ts';
import type { Register } from '../../src/register/register.ts';
import type { Hub } from '../hub.ts';
import { civilDay, monthsToCompute } from './months.ts';
import type { RegisterCache } from './register-cache.ts';

interface Cell {
  readonly place: string;
  readonly indicator: string;
  readonly value: number | null;
}

/** Works out what is dirty in a book. The marks go only if nothing newer has marked them meanwhile. */
export async function refreshCells(hub: Hub, registers: RegisterCache, book: string): Promise<void> {
  const dirty = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('dirty').select(['month', 'number']).where('book', '=', book).orderBy('month').execute(),
  );
  const [first] = dirty;
  // Opened after the marks were read, so it holds at least what made them.
  const register = first === undefined ? undefined : await registers.open(book);
  if (first === undefined || register === undefined) return;
  const { places } = await hub.wholeBook(book);
  for (const month of monthsToCompute(first.month, civilDay(hub.now()))) {
    await saveCells(hub, book, month, computeCells(register, month, places));
    // Phones wait for nobody's figures.
    await setImmediate();
  }
  await hub.database.transaction(undefined, async (tx) => {
    for (const { month, number } of dirty) {
      await tx
        .deleteFrom('dirty')
        .where('book', '=', book)
        .where('month', '=', month)
        .where('number', '=', number)
        .execute();
    }
  });
}

/** Every figure of the month's reports, for each village and the commune, by the engine that phones use. */
function computeCells(register: Register, month: string, places: readonly string[]): readonly Cell[] {
  const period = readPeriod(month);
  if (!period.ok) throw new RangeError(`no month: ${month}`);
  const cells = new Map<string, Cell>();
  for (const { code } of catalogue.reports.filter((form) => form.period === 'month')) {
    if (formInForce(catalogue.reports, code, period.value) === undefined) continue;
    for (const place of places) {
      const { above, rows } = register.report(code, month, place);
      for (const { key, value } of [...above, ...rows]) cells.set(`${place} ${key}`, { place, indicator: key, value });
    }
  }
  return [...cells.values()];
}

async function saveCells(hub: Hub, book: string, period: string, cells: readonly Cell[]): Promise<void> {
  await hub.database.transaction(undefined, (tx) =>
    sql`
      insert into cell (book, period, place, indicator, value)
      select ${book}, ${period}, place, indicator, value
      from json_to_recordset(${JSON.stringify(cells)}::json) as r (place text, indicator text, value float8)
      on conflict (book, period, place, indicator) do update set value = excluded.value`.execute(tx),
  );
}
