import { moveForm } from '../../../catalogue/forms/stock/move.ts';
import type { Finding } from '../../../domain/form/check.ts';
import { bad, good, type Outcome } from '../../../domain/outcome.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../../register/folk.ts';
import { placeOfStore } from '../../../register/stock/point.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { Saved } from '../../api/phone-api.ts';
import type { StockSave } from '../../api/stock-api.ts';
import { findUnacceptable } from '../../recording/acceptable.ts';
import type { Recording } from '../../recording/recording.ts';
import type { BookSession } from '../book-session.ts';
import type { LookLog } from '../look-log.ts';

/** An open book, as a store needs it. */
export interface StockBench {
  readonly session: BookSession;
  readonly recording: Pick<Recording, 'save' | 'check' | 'record'>;
  readonly looks: LookLog;
}

/** The same, with the stores of this device's places. */
export interface OpenedStock extends StockBench {
  readonly folk: Folk;
  readonly today: string;
  readonly places: readonly string[];
}

export const noStore: Words = {
  vi: 'Kho này không có trong sổ trên máy',
  en: 'This store is not in the book of this phone',
};

/** Whether this device keeps a store: a place of its own, or a point of one. */
export function isKept({ folk, places }: OpenedStock, store: string): boolean {
  return places.includes(placeOfStore(folk, store));
}

/** Nothing is written of what is blank. */
export function known<Told extends Fields>(fields: Told): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

export async function saveAll({ session, recording }: StockBench, drafts: readonly OpDraft[]): StockSave {
  const refused = findUnacceptable(drafts, session);
  return refused === undefined ? good(await recording.save(drafts)) : bad(refused.message);
}

/**
 * A movement that is written otherwise than by the form alone: judged by the form's checks, then saved.
 * @param draftsOf what is written, with the checks that were said yes to
 */
export async function saveJudged(
  { session, recording }: StockBench,
  answers: Fields & { readonly store: string },
  yes: readonly string[],
  draftsOf: (asked: readonly string[]) => readonly OpDraft[],
): Promise<Outcome<Saved, readonly Finding[]>> {
  const found = recording.check(moveForm.key, answers.store, answers);
  const open = found.filter(({ strength, check }) => strength === 'stop' || !yes.includes(check));
  if (open.length > 0) return bad(open);
  const drafts = draftsOf(found.map(({ check }) => check));
  const refused = findUnacceptable(drafts, session);
  if (refused === undefined) return good(await recording.save(drafts));
  const { unacceptableFor } = await import('../../recording/stops.ts');
  return bad([unacceptableFor(moveForm, refused)]);
}
