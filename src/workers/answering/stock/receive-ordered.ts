import { moveForm } from '../../../catalogue/forms/stock/move.ts';
import { stockMovement } from '../../../catalogue/records/stock/movement.ts';
import type { Finding } from '../../../domain/form/check.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Fields } from '../../../domain/value.ts';
import { placeOfStore } from '../../../register/stock/point.ts';
import type { Saved } from '../../api/phone-api.ts';
import { isKept, known, type OpenedStock, saveJudged } from './stock-bench.ts';

/**
 * Goods that came for a line of an order: judged as any receipt, and written with the line that they came for, which the
 * form has no question for. Of an order that was taken back meanwhile they are a receipt like another.
 */
export async function receiveOrdered(
  bench: OpenedStock,
  order: string,
  answers: Fields,
  yes: readonly string[],
): Promise<Outcome<Saved, readonly Finding[]>> {
  const { recording, folk } = bench;
  const store = typeof answers.store === 'string' ? answers.store : '';
  const line = folk.book.find('stock_order', order);
  if (line === undefined || !isKept(bench, store) || line.fields.store !== store)
    return recording.record(moveForm.key, store, answers, yes);
  const { product = '', channel = '' } = line.fields;
  const received = { ...answers, type: 'receipt', store, product, channel };
  return saveJudged(bench, received, yes, (asked) => [
    {
      kind: stockMovement.kind,
      place: placeOfStore(folk, store),
      add: { ...known(received), order, asked: [...asked] },
    },
  ]);
}
