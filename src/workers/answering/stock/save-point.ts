import { stockPoint } from '../../../catalogue/records/stock/point.ts';
import { isPartialDate } from '../../../domain/calendar/partial-date.ts';
import { bad } from '../../../domain/outcome.ts';
import { foldText } from '../../../domain/search-key.ts';
import { ledgersOf, onHand } from '../../../domain/stock/ledger.ts';
import { inTransit } from '../../../domain/stock/transit.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../../register/folk.ts';
import { textOf } from '../../../register/held.ts';
import { pointOf, pointsOf } from '../../../register/stock/point.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { PointTold, StockSave } from '../../api/stock-api.ts';
import { type OpenedStock, saveAll } from './stock-bench.ts';

const noName: Words = { vi: 'Nhập tên điểm trạm', en: 'Enter the name of the point' };
const sameName: Words = {
  vi: 'Đã có điểm trạm tên này. Nếu đã đóng thì mở lại.',
  en: 'There is a point of this name. If it is closed, open it again.',
};
const noDay: Words = {
  vi: 'Nhập đủ ngày; ngày đóng không trước ngày mở, không sau hôm nay',
  en: 'Enter whole dates; a point is closed no sooner than it was opened, and not after today',
};
const notEmpty: Words = {
  vi: 'Điểm trạm còn hàng hoặc còn hàng đang chuyển. Trả lại trạm, ghi hao hụt hoặc điều chỉnh trước, rồi đóng.',
  en: 'Goods are still there or on their way. Return them, write them off or adjust first, then close.',
};
const movedLater: Words = {
  vi: 'Thẻ kho có dòng sau ngày này. Chọn ngày đóng muộn hơn.',
  en: 'Its cards have lines after this day. Close it on a later one.',
};

/** Opens a point of the station (`''`), or tells one anew: its name, its days, closed or open again. */
export async function savePoint(bench: OpenedStock, id: string, told: PointTold): StockSave {
  const { folk, today } = bench;
  const [name, known] = [told.name.normalize('NFC').trim().replace(/\s+/g, ' '), pointOf(folk, id)];
  const { since, until } = told;
  if (name === '' || name.length > 80) return bad(noName);
  const isTaken = pointsOf(folk).some(
    (one) => one.id !== id && foldText(textOf(one.fields, 'name')) === foldText(name),
  );
  if (isTaken) return bad(sameName);
  const days = until === '' ? [since] : [since, until];
  if (!days.every((day) => day.length === 10 && isPartialDate(day) && day <= today) || (until && until < since))
    return bad(noDay);
  if (until !== '') {
    if (isHolding(folk, id)) return bad(notEmpty);
    if ([...folk.stock.movements()].some(({ store, date }) => store === id && date > until)) return bad(movedLater);
  }
  const put = { name, since, until: until || null };
  const place = known?.place ?? folk.places.commune();
  const draft: OpDraft = { kind: stockPoint.kind, place, ...(known && { id }), put };
  return saveAll(bench, [draft]);
}

/** Goods of any lot, a shortage too, or goods on their way to it or from it. */
function isHolding({ stock }: Folk, point: string): boolean {
  const moves = [...stock.movements()];
  const own = moves.filter(({ store }) => store === point);
  return (
    ledgersOf(own).some((ledger) => onHand(ledger) !== 0) ||
    inTransit(moves).some(({ sent }) => sent.store === point || sent.counterpart === point)
  );
}
