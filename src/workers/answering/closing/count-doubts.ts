import { catalogue } from '../../../catalogue/index.ts';
import { isLivingHere } from '../../../catalogue/rules/is-living-here.ts';
import { dateAfter } from '../../../domain/calendar/civil-date.ts';
import type { Period } from '../../../domain/calendar/period.ts';
import { holds } from '../../../domain/condition.ts';
import type { FrozenDoubts } from '../../../domain/figure/closing/closing.ts';
import { isStockForm, type Reported } from '../../../register/figures/closing/reported.ts';
import { countSlips } from '../../../register/figures/meeting/keepers.ts';
import { oddVillages } from '../../../register/figures/meeting/odd-villages.ts';
import { comparedLines } from '../../../register/stock/month/month-report.ts';
import { openDisagreements } from '../../../sync/records/merge.ts';
import { readLine } from '../../../sync/wire/line.ts';
import { breath } from '../../ports/breath.ts';
import type { BookSession } from '../book-session.ts';
import { readerOf } from '../meeting/slip-reader.ts';

/** Records looked at at a stretch; between two stretches the worker answers the screens. */
const stretch = 400;
const wholeDate = 10;

/**
 * What a frozen report would rest on and is not sure yet: over the whole book, and in the months of its period. What is
 * doubtful of somebody's life, and slips, change nothing in a report of stores.
 */
export async function countDoubts(session: BookSession, { form, period }: Reported): Promise<FrozenDoubts> {
  const { store, register } = session;
  const months = monthsOf(period);
  const lines = [...(await store.pending()), ...(await store.sentBack())].map(({ line }) => line);
  const written = {
    waiting: new Set(lines.map(transactionOf)).size,
    drafts: (await store.drafts.all()).length,
  };
  const goods = countGoods(session, months);
  if (isStockForm(form)) return { ...written, goods, slips: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0 };
  return {
    slips: countOut(session, months),
    ...written,
    disagreements: await countDisagreements(session),
    incomplete: countIncomplete(session),
    failed: await countFailed(register),
    odd: countOdd(session, months),
    goods,
  };
}

/** "2026-10" …, of a quarter three, of a year twelve. */
function monthsOf({ first, last }: Period): readonly string[] {
  const months: string[] = [];
  for (let day = first; day <= last; day = dateAfter(day, 1, 0)) months.push(day.slice(0, 7));
  return months;
}

/** In a longer period, a month of which nobody handed in anything is one before the book. */
function countOut(session: BookSession, months: readonly string[]): number {
  const counted = months.map((month) => countSlips(session.register.folk, month, readerOf(session)));
  const known = months.length === 1 ? counted : counted.filter((one) => one.in > 0);
  return known.reduce((sum, { out }) => sum + out, 0);
}

function villagesOf({ register }: BookSession): readonly string[] {
  return register.folk.places.villages().map(({ id }) => id);
}

function countOdd(session: BookSession, months: readonly string[]): number {
  const villages = villagesOf(session);
  return months.reduce((sum, month) => sum + oddVillages(session.register, month, villages).length, 0);
}

/** MIS beside LMIS, of months in which anything was given from a store of this book. */
function countGoods(session: BookSession, months: readonly string[]): number {
  const { folk } = session.register;
  const compared = months.map((month) => comparedLines(folk, villagesOf(session), month));
  const kept = compared.filter((lines) => lines.some(({ given }) => given > 0));
  return kept.flat().filter(({ isOdd }) => isOdd).length;
}

/** Saves are counted, as the bar counts them. */
function transactionOf(line: string): number {
  const read = readLine(line);
  return read.ok && 'tx' in read.value ? read.value.tx : 0;
}

async function countDisagreements({ store, register }: BookSession): Promise<number> {
  let [found, seen] = [0, 0];
  for (const { kind, nature, fields } of catalogue.records) {
    const disputed = new Set(fields.filter(({ disagrees }) => disagrees).map(({ key }) => key));
    if (nature !== 'state' || disputed.size === 0) continue;
    for (const id of register.folk.book.ids(kind)) {
      const state = store.shown(id);
      if (state !== undefined) found += openDisagreements(state, (field) => disputed.has(field)).length;
      seen += 1;
      if (seen % stretch === 0) await breath();
    }
  }
  return found;
}

/** As the task "Ngày sinh chưa đủ" has it: of whoever lives here, unless it was asked and nobody knows more. */
function countIncomplete({ register: { folk } }: BookSession): number {
  const { book } = folk;
  let found = 0;
  for (const id of book.ids('person')) {
    const person = book.find('person', id);
    if (person === undefined) continue;
    const { birthDate } = person.fields;
    const isWhole = typeof birthDate === 'string' && birthDate.length === wholeDate;
    if (!isWhole && holds(isLivingHere, { it: book.closing(person) })) found += 1;
  }
  return found;
}

async function countFailed(register: BookSession['register']): Promise<number> {
  const { reviewInSlices } = await import('../review-in-slices.ts');
  return (await reviewInSlices(register, '', 0)).reduce((sum, { total }) => sum + total, 0);
}
