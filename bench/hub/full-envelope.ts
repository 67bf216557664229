import type { Phone } from '../../tests/server/phone.ts';

export const opsOfFull = 50;

/** Envelopes of one household and its people each, in the phone's first village. */
export async function sealFull(phone: Phone, envelopes: number): Promise<readonly Uint8Array[]> {
  const [, village] = phone.activation.places;
  if (village === undefined) throw new Error('the officer has no village');
  const sealed: Uint8Array[] = [];
  while (sealed.length < envelopes) sealed.push((await phone.write(drafts(village))).envelope.bytes);
  return sealed;
}

/** Resolves once its signed verdict is read, which must say that all of it was applied. */
export async function uploadFull(phone: Phone, envelope: Uint8Array): Promise<void> {
  const [verdict] = await phone.upload(envelope);
  const applied = verdict?.ops.filter(({ result }) => result.is === 'applied').length;
  if (applied !== opsOfFull) throw new Error(`the hub applied ${applied} of ${opsOfFull} ops`);
}

function drafts(place: string) {
  const opening = { household: { made: 0 }, residence: 'usual_present', marital: 'single', status: 'active' };
  const person = { fullName: 'Nguyễn Thị Hoà', sex: 'female', birthDate: '1990-02-03', relation: 'other', ...opening };
  return [
    { kind: 'household', place, put: { number: 1, kind: 'family', poor: 'none' } },
    ...Array.from({ length: opsOfFull - 1 }, () => ({ kind: 'person', place, put: person })),
  ];
}
