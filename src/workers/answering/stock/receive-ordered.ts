import { moveForm } from '../../../catalogue/forms/stock/move.ts';
import { stockMovement } from '../../../catalogue/records/stock/movement.ts';
import type { Finding } from '../../../domain/form/check.ts';
import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import type { Fields } from '../../../domain/value.ts';
import { placeOfStore } from '../../../register/stock/point.ts';
import type { Saved } from '../../api/phone-api.ts';
import { findUnacceptable } from '../../recording/acceptable.ts';
import { isKept, known, type OpenedStock } from './stock-bench.ts';

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
  const { session, recording, folk } = bench;
  const store = typeof answers.store === 'string' ? answers.store : '';
  const line = folk.book.find('stock_order', order);
  if (line === undefined || !isKept(bench, store) || line.fields.store !== store)
    return recording.record(moveForm.key, store, answers, yes);
  const { product = '', channel = '' } = line.fields;
  const received: Fields = { ...answers, type: 'receipt', product, channel };
  const found = recording.check(moveForm.key, store, received);
  const open = found.filter(({ strength, check }) => strength === 'stop' || !yes.includes(check));
  if (open.length > 0) return bad(open);
  const add = { ...known(received), order, asked: found.map(({ check }) => check) };
  const drafts = [{ kind: stockMovement.kind, place: placeOfStore(folk, store), add }];
  const refused = findUnacceptable(drafts, session);
  if (refused === undefined) return good(await recording.save(drafts));
  const { unacceptableFor } = await import('../../recording/stops.ts');
  return bad([unacceptableFor(moveForm, refused)]);
}
