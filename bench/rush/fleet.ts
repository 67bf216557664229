import { openFolder } from '../../server/command-line/data-folder.ts';
import type { SealedEnvelope } from '../../src/sync/envelope.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import { foundTestCommune } from '../../tests/server/commune.ts';
import { type Ask, activatePhone, type Phone } from '../../tests/server/phone.ts';

/** A phone with its month's work saved and sealed, and nothing of it sent. */
export interface LoadedPhone {
  readonly phone: Phone;
  readonly envelopes: readonly SealedEnvelope[];
}

export const opsOfPhone = 200;
const opsOfEnvelope = 20;
export const phonesOfCommune = 20;

/** Founds communes in a folder that no hub holds. @returns a code for each phone, in order of their communes */
export async function foundCommunes(folder: string, phones: number): Promise<readonly string[]> {
  const opened = await openFolder(folder, 'no_demo');
  if (opened === undefined) throw new Error('the folder is in use');
  const codes: string[] = [];
  try {
    while (codes.length < phones) {
      const commune = await foundTestCommune(opened.hub);
      for (let one = 0; one < phonesOfCommune && codes.length < phones; one += 1)
        codes.push(await commune.officerCode());
    }
  } finally {
    await opened.close();
  }
  return codes;
}

export async function loadPhone(ask: Ask, code: string): Promise<LoadedPhone> {
  const phone = await activatePhone(ask, code);
  const [, village] = phone.activation.places;
  if (village === undefined) throw new Error('a commune has villages');
  const envelopes: SealedEnvelope[] = [];
  while (envelopes.length < opsOfPhone / opsOfEnvelope)
    envelopes.push((await phone.write(householdOf(village, envelopes.length + 1))).envelope);
  return { phone, envelopes };
}

/** One household with its people, as one transaction. */
function householdOf(place: string, number: number): readonly OpDraft[] {
  const opening = { household: { made: 0 }, residence: 'usual_present', marital: 'single', status: 'active' };
  const person = { fullName: 'Nguyễn Thị Hòa', sex: 'female', birthDate: '1990-02-03', relation: 'other', ...opening };
  return [
    { kind: 'household', place, put: { number, kind: 'family', poor: 'none' } },
    ...Array.from({ length: opsOfEnvelope - 1 }, () => ({ kind: 'person', place, put: person })),
  ];
}
