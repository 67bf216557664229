import { catalogue } from '../../../src/catalogue/index.ts';
import { readPeriod } from '../../../src/domain/calendar/period.ts';
import { formInForce } from '../../../src/domain/figure/report.ts';
import { freezeDrafts } from '../../../src/register/figures/closing/freeze.ts';
import type { Register } from '../../../src/register/register.ts';
import { writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';

const noDoubts = { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 };

function reported(code: string, text: string, place: string) {
  const period = readPeriod(text);
  const form = period.ok ? formInForce(catalogue.reports, code, period.value) : undefined;
  if (!period.ok || form === undefined) throw new Error('no form');
  return { form, period: period.value, place };
}

/** Freezes a report in this book, as a phone would. @returns the id of the fact */
export function freezeIn(register: Register, code: string, text: string, place: string): string {
  const basis = { cursor: 0, ownSeq: 0 };
  const drafts = freezeDrafts(register, reported(code, text, place), { today: '2026-12-02', doubts: noDoubts, basis });
  const { ops } = writeTransaction(drafts, { device: 'phone', user: 'u1' }, { nextSeq: 1, clock: [0, 0] }, 1);
  register.apply(ops.map((op) => ({ state: mergeOp(undefined, op, op.at), standing: 'confirmed' })));
  return 'phone.1';
}
