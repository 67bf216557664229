import { type LotLedger, ledgersOf, onHand, shelfKey } from '../../../domain/stock/ledger.ts';
import { goodUntil, lotKey, type Movement } from '../../../domain/stock/movement.ts';
import { readMovement } from '../../../domain/stock/read-movement.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { Known } from '../known.ts';
import type { StockEntry } from './stock.ts';
import { goesOut } from './stock-reason.ts';

interface Line extends Movement {
  /** Of the file; 0 of what the book holds already. */
  readonly row: number;
  readonly isExplained: boolean;
}

/** What is odd on the cards once the file's lines are on them: shortages, lots past their day, lots passed over. */
export function askStock(entries: readonly StockEntry[], known: Known, remarks: Remarks): void {
  const own = entries.flatMap(({ row, facts }, index) => {
    const line = facts.at(-1);
    return line === undefined ? [] : (lineOf(line.id, line.fields, [index, 1], row) ?? []);
  });
  if (own.length === 0) return;
  const ids = new Set(own.map(({ id }) => id));
  const standing = [...known.all('stock_movement')].flatMap(({ id, fields, written }) =>
    ids.has(id) ? [] : (lineOf(id, fields, written, 0) ?? []),
  );
  const shelves = new Map<string, LotLedger<Line>[]>();
  for (const ledger of ledgersOf([...standing, ...own])) {
    const key = shelfKey(ledger);
    shelves.set(key, [...(shelves.get(key) ?? []), ledger]);
  }
  for (const ledgers of shelves.values()) for (const ledger of ledgers) askLot(ledger, ledgers, remarks);
}

function lineOf(id: string, fields: Fields, stamp: Movement['stamp'], row: number): Line | undefined {
  const move = readMovement(id, fields, stamp);
  return move && { ...move, row, isExplained: (fields.passedOver ?? '') !== '' };
}

function askLot(ledger: LotLedger<Line>, beside: readonly LotLedger<Line>[], remarks: Remarks): void {
  let isShort = false;
  for (const line of ledger.moves) {
    const stock = onHand(ledger, line.date);
    if (stock < 0 && !isShort) remarks.ask('stock', line.row, 'quantity', 'stock_short', String(stock));
    isShort = stock < 0;
    if (line.expiry !== '' && goodUntil(line.expiry) !== goodUntil(ledger.expiry))
      remarks.ask('stock', line.row, 'expiry', 'stock_other_expiry', ledger.expiry);
    if (goesOut(line.type)) askGiven(line, ledger, beside, remarks);
  }
}

function askGiven(line: Line, ledger: LotLedger, beside: readonly LotLedger[], remarks: Remarks): void {
  const { date, row } = line;
  if (goodUntil(ledger.expiry) < date) remarks.ask('stock', row, 'expiry', 'stock_expired', ledger.expiry);
  if (line.isExplained) return;
  const first = beside.find(
    (other) =>
      lotKey(other.lot) !== lotKey(ledger.lot) &&
      goodUntil(other.expiry) < goodUntil(ledger.expiry) &&
      goodUntil(other.expiry) >= date &&
      onHand(other, date) > 0,
  );
  if (first !== undefined) remarks.ask('stock', row, 'lot', 'stock_passed_over', first.lot || first.expiry);
}
