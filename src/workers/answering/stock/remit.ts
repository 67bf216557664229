import type { Finding } from '../../../domain/form/check.ts';
import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import { moneyPage } from '../../../register/stock/month/month-report.ts';
import { placeOfStore } from '../../../register/stock/point.ts';
import type { Saved } from '../../api/phone-api.ts';
import type { Remitted } from '../../api/stock-api.ts';
import { findUnacceptable } from '../../recording/acceptable.ts';
import { isKept, known, noStore, type OpenedStock } from './stock-bench.ts';

const mostMoney = 1_000_000_000;
const noAmount: Words = { vi: 'Nhập số tiền, là số nguyên lớn hơn 0', en: 'Enter a whole amount above 0' };
const noDay: Words = { vi: 'Nhập ngày nộp, không sau hôm nay', en: 'Enter the day, not after today' };
const moreThanDue = (due: number): Words => ({
  vi: `Số nộp lớn hơn số còn phải nộp (${due} đồng). Có lần bán nào chưa ghi không?`,
  en: `This is more than what is left to hand on (${due} đồng). Is a sale not recorded yet?`,
});

/** Money of social marketing that was handed on: more than is due is asked about, for a sale may be missing. */
export async function remit(
  bench: OpenedStock,
  store: string,
  { date, amount, receipt }: Remitted,
  yes: readonly string[],
): Promise<Outcome<Saved, readonly Finding[]>> {
  if (!isKept(bench, store)) return bad([stop('amount', noStore)]);
  const { balance } = moneyPage(bench.folk, store);
  const found: Finding[] = [];
  if (!Number.isInteger(amount) || amount < 1 || amount > mostMoney) found.push(stop('amount', noAmount));
  if (date === '' || date > bench.today) found.push(stop('date', noDay));
  if (found.length === 0 && amount > balance && !yes.includes('more_than_due'))
    found.push({
      check: 'more_than_due',
      strength: 'ask',
      field: 'amount',
      message: moreThanDue(Math.max(0, balance)),
    });
  if (found.length > 0) return bad(found);
  const add = known({ date, store, amount, receipt: receipt.trim() });
  const drafts = [{ kind: 'remittance', place: placeOfStore(bench.folk, store), add }];
  const refused = findUnacceptable(drafts, bench.session);
  return refused === undefined ? good(await bench.recording.save(drafts)) : bad([stop('receipt', refused.message)]);
}

function stop(field: keyof Remitted, message: Words): Finding {
  return { check: field, strength: 'stop', field, message };
}
