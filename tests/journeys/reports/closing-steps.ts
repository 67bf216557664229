import { openClosingDesk } from '../../../src/workers/answering/closing/closing-desk.ts';
import type { JourneyPhone } from '../phone.ts';

export const noDoubts = {
  slips: 0,
  waiting: 0,
  drafts: 0,
  disagreements: 0,
  incomplete: 0,
  failed: 0,
  odd: 0,
  goods: 0,
};

/** A phone's reports, as its worker answers for them. */
export function deskOf(phone: JourneyPhone) {
  const { session, save } = phone.work();
  return openClosingDesk({ session, saving: { save }, cursor: session.store.cursor });
}

/** Freezes a report of the commune, whatever is doubtful. @returns the id of the fact */
export async function freeze(phone: JourneyPhone, form: string, period: string): Promise<string> {
  const desk = deskOf(phone);
  const { doubts } = await desk.freezing(form, period);
  const frozen = await desk.freezeReport(form, period, doubts);
  if (!frozen.ok) throw new Error(frozen.error);
  const id = frozen.value.records.find(({ kind }) => kind === 'report_frozen')?.id;
  if (id === undefined) throw new Error('nothing was frozen');
  return id;
}
