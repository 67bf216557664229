import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { type ExtractPerson, extractSheet } from '../../../formats/interchange/extract/extract-sheet.ts';
import { purposes } from '../../../formats/interchange/extract/purposes.ts';
import { writeXlsx } from '../../../formats/sheet/write-xlsx.ts';
import type { ExtractEntry, TransferApi } from '../../api/transfer-api.ts';
import { civilDay } from '../../phone-ports.ts';
import { hereNow } from './here-now.ts';
import type { TransferBench } from './transferring.ts';

const logNote = 'extracts';

type Extracting = Pick<TransferApi, 'extractPurposes' | 'extractList' | 'extractLog'>;

/** Lists for other offices: a purpose of the list, its columns and no other; each one numbered and logged before it goes. */
export function createExtracting({ session, notes, now }: TransferBench): Extracting {
  const log = async () => (await notes.get<{ readonly entries: readonly ExtractEntry[] }>(logNote))?.entries ?? [];

  const peopleOf = async (place: string): Promise<readonly ExtractPerson[]> => {
    const { people, households } = await hereNow(session);
    const names = new Map(people.map(({ id, fields }) => [id, String(fields.fullName ?? '')]));
    const villages = new Map(session.who.places.map(({ id, name }) => [id, name]));
    return people.flatMap(({ fields }) => {
      const household = households.get(String(fields.household ?? ''));
      if (household === undefined || (place !== session.who.commune && household.place !== place)) return [];
      const mother = names.get(String(fields.mother ?? '')) ?? '';
      return [
        {
          fields,
          mother,
          village: villages.get(household.place) ?? '',
          household: String(household.fields.number ?? ''),
        },
      ];
    });
  };

  return {
    async extractPurposes() {
      const people = await peopleOf(session.who.commune);
      const today = civilDay(now());
      return purposes.map(({ key, words, columns, takes }) => ({
        key,
        words,
        columns: columns.map(({ label }) => label),
        people: people.filter((one) => takes(one.fields, today)).length,
      }));
    },
    async extractList(order) {
      const entries = await log();
      const today = civilDay(now());
      const year = today.slice(0, 4);
      const count = entries.filter(({ number }) => number.startsWith(year)).length + 1;
      const number = `${year}/${String(count).padStart(3, '0')}-TDS`;
      const people = await peopleOf(order.place);
      const heading = {
        ...order,
        number,
        date: formatDate(today),
        by: session.who.userName,
        commune: session.who.communeName,
      };
      const sheet = extractSheet(heading, people, today);
      const entry = { ...order, number, at: now(), people: sheet.people, user: session.who.userName };
      await notes.put(logNote, { entries: [entry, ...entries] });
      return { name: `trich-danh-sach-${number.replace('/', '-')}.xlsx`, bytes: await writeXlsx([sheet]) };
    },
    extractLog: log,
  };
}
