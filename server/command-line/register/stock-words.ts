import { readPeriod } from '../../../src/domain/calendar/period.ts';
import { type LedgerRow, monthLedger } from '../../../src/register/stock/month/month-ledger.ts';
import { registerReader } from '../../sync/units/open-register.ts';
import { findPlace } from '../find-place.ts';
import { told } from '../told.ts';
import type { RegisterBench } from './obey-register.ts';
import type { RegisterWords } from './register-words.ts';

/** The ledger of a month: a row for each store, product, channel and lot that ever moved. */
export async function stockWords({ hub }: RegisterBench, words: RegisterWords): Promise<string> {
  const { month, place: code, isJson } = words;
  const period = readPeriod(month);
  if (!period.ok || period.value.is !== 'month')
    throw told(`--month là 2026-06, không phải "${month}".`, `--month is 2026-06, not "${month}".`);
  const place = await findPlace(hub, code);
  const register = await registerReader(hub, place.book)();
  if (register === undefined) throw told(`Không có sổ của xã ${code}.`, `No book of commune ${code}.`);
  const rows = monthLedger(register.folk, month, place.communeId);
  return isJson ? JSON.stringify({ month, place: code, rows }) : asLines(rows);
}

function asLines(rows: readonly LedgerRow[]): string {
  return rows.map((row) => Object.values(row).join('\t')).join('\n');
}
