import { catalogue } from '../../../catalogue/index.ts';
import { isLivingHere } from '../../../catalogue/rules/is-living-here.ts';
import { holds } from '../../../domain/condition.ts';
import type { FrozenDoubts } from '../../../domain/figure/closing/closing.ts';
import { openDisagreements } from '../../../sync/records/merge.ts';
import { readLine } from '../../../sync/wire/line.ts';
import { breath } from '../../ports/breath.ts';
import type { BookSession } from '../book-session.ts';

/** Records looked at at a stretch; between two stretches the worker answers the screens. */
const stretch = 400;
const wholeDate = 10;

/**
 * What a frozen report would rest on and is not sure yet, over the whole book.
 * @param isOfPeople false of a report of stores: what is doubtful of somebody's life changes nothing in it
 */
export async function countDoubts(session: BookSession, isOfPeople: boolean): Promise<FrozenDoubts> {
  const { store, register } = session;
  const lines = [...(await store.pending()), ...(await store.sentBack())].map(({ line }) => line);
  const written = {
    waiting: new Set(lines.map(transactionOf)).size,
    drafts: (await store.drafts.all()).length,
  };
  if (!isOfPeople) return { ...written, disagreements: 0, incomplete: 0, failed: 0 };
  return {
    ...written,
    disagreements: await countDisagreements(session),
    incomplete: countIncomplete(session),
    failed: await countFailed(register),
  };
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
