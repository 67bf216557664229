import { catalogue } from '../../../catalogue/index.ts';
import { stockReason } from '../../../catalogue/stock/lists.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import type { Fields } from '../../../domain/value.ts';

/* stock.csv has one cell for why: what "damaged" says of goods that go out, it says of the lot that was passed over. */

/** Lines by which goods leave for somebody: of those another lot may have been passed over. */
export function goesOut(type: string): boolean {
  return type === 'dispense' || type === 'sale' || type === 'issue';
}

/** Of goods that go out, why another lot went first; else a reason of the list; else a note. */
export function readStockReason(told: string, type: string): Fields {
  if (told === '') return {};
  if (goesOut(type) && isPassedOver(told)) return { passedOver: told };
  if (stockReason.codes.some(({ key }) => key === told)) return { reason: told };
  const note = told.slice(0, 300);
  return goesOut(type) ? { passedOver: 'other', note } : { note };
}

/** By the card's own definition, which every phone has: the list alone would be one more name in the first worker. */
function isPassedOver(told: string): boolean {
  const type = definitionOf(catalogue, 'stock_movement')?.fields.find(({ key }) => key === 'passedOver')?.type;
  return type?.is === 'code' && type.list.codes.some(({ key }) => key === told);
}
