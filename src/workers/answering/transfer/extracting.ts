import { civilDay } from '../../../domain/calendar/civil-date.ts';
import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import { type ExtractPerson, extractSheet } from '../../../formats/interchange/extract/extract-sheet.ts';
import { otherPurpose } from '../../../formats/interchange/extract/other-purpose.ts';
import { otherColumnWords, type Purpose, purposeOf, purposes } from '../../../formats/interchange/extract/purposes.ts';
import { writeXlsx } from '../../../formats/sheet/write-xlsx.ts';
import type { ExtractEntry, ExtractOrder, OtherPurpose, TransferApi } from '../../api/transfer-api.ts';
import { hereNow } from './here-now.ts';
import type { TransferBench } from './transferring.ts';

const logNote = 'extracts';

type Extracting = Pick<TransferApi, 'extractPurposes' | 'countExtract' | 'extractList' | 'extractLog'>;

/** Lists for other offices: a purpose, its columns and no other; each one numbered and logged before it goes. */
export function createExtracting({ session, notes, now }: TransferBench): Extracting {
  const log = async () => (await notes.get<{ readonly entries: readonly ExtractEntry[] }>(logNote))?.entries ?? [];
  const today = () => civilDay(now());

  const peopleOf = async (place: string): Promise<readonly ExtractPerson[]> => {
    const { people, households, names } = await hereNow(session);
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

  /** "2026/003.7F3K-TDS": each device counts for itself, so its name stands in the number. */
  const nextNumber = async (): Promise<string> => {
    const year = today().slice(0, 4);
    const count = (await log()).filter(({ number }) => number.startsWith(`${year}/`)).length + 1;
    return `${year}/${String(count).padStart(3, '0')}.${shortName(session.sender.device)}-TDS`;
  };

  return {
    async extractPurposes(place) {
      const people = await peopleOf(place);
      const named = purposes.map(({ key, words, columns, takes }) => ({
        key,
        words,
        columns: columns.map(({ label }) => label),
        people: people.filter((one) => takes(one.fields, today())).length,
      }));
      const words = { vi: 'Mục đích khác (Trạm trưởng đồng ý)', en: 'Another purpose (approved by the head)' };
      return [...named, { key: otherPurpose, words, columns: otherColumnWords }];
    },
    async countExtract({ place, purpose, other }) {
      const { takes } = other === undefined ? listedPurpose(purpose) : purposeOf(agedPurpose(other), '');
      return (await peopleOf(place)).filter(({ fields }) => takes(fields, today())).length;
    },
    async extractList(order) {
      const number = await nextNumber();
      const heading = {
        ...order,
        number,
        date: formatDate(today()),
        by: session.who.userName,
        commune: session.who.communeName,
        approval: order.other === undefined ? '' : approvalOf(order.other),
      };
      const sheet = extractSheet(requirePurpose(order), heading, await peopleOf(order.place), today());
      const entry = { ...order, number, at: now(), people: sheet.people, user: session.who.userName };
      await notes.put(logNote, { entries: [entry, ...(await log())] });
      return { name: `trich-danh-sach-${number.replace(/[/.]/g, '-')}.xlsx`, bytes: await writeXlsx([sheet]) };
    },
    extractLog: log,
  };
}

function shortName(device: string): string {
  return device.slice(0, 4).toUpperCase();
}

/** A purpose that nobody approved is none: the screen asks for all of it, and this is the last door. */
function requirePurpose({ purpose, other }: ExtractOrder): Purpose {
  if (purpose !== otherPurpose) return listedPurpose(purpose);
  const isApproved =
    other !== undefined && [other.words, other.approvedBy, other.document].every((text) => text.trim());
  if (!isApproved || !isPartialDate(other.approvedOn)) throw new RangeError('a purpose that nobody approved');
  return purposeOf(agedPurpose(other), approvalOf(other));
}

function listedPurpose(purpose: string): Purpose {
  const found = purposes.find(({ key }) => key === purpose);
  if (found === undefined) throw new RangeError(`no purpose ${purpose}`);
  return found;
}

function agedPurpose({ words, sex, fromAge, toAge }: OtherPurpose) {
  const ages = { ...(fromAge !== '' && { fromAge: Number(fromAge) }), ...(toAge !== '' && { toAge: Number(toAge) }) };
  return { words, sex, ...ages };
}

function approvalOf({ approvedBy, approvedOn, document }: OtherPurpose): string {
  return `Trạm trưởng ${approvedBy} đồng ý ngày ${formatDate(approvedOn)}, văn bản số ${document}`;
}
