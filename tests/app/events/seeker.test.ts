import { expect, test } from 'vitest';
import { openSeeker } from '../../../src/features/event/seeker.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

/* A person or a household found for a form: "Đến hộ", "Vợ / chồng". */

const officer = { role: 'officer' } as const;

test('a household is named by its head, whoever of it was found', async () => {
  const { phone } = makeMemoryPhone();
  const page = await phone.household('h42');
  const [head, other] = page?.people ?? [];
  if (page === undefined || head === undefined || other === undefined) throw new Error('two people live there');
  const seeker = openSeeker({ phone, who: officer });
  const label = `Hộ 42 · ${head.name}`;
  const found = async (text: string) =>
    (await seeker.seek({ kind: 'household', text }, 200)).find(({ key }) => key === 'h42');
  expect(await found(head.name)).toEqual({ key: 'h42', label, note: page.villageName });
  expect(await found(other.name)).toEqual({ key: 'h42', label, note: `${other.name} · ${page.villageName}` });
  expect(await found('42')).toEqual({ key: 'h42', label, note: page.villageName });
});

test('who is not in the book of a village may live in another: a collaborator is told, an officer has them all', () => {
  const { phone } = makeMemoryPhone();
  expect(openSeeker({ phone, who: { role: 'collaborator' } }).isOfVillages).toBe(true);
  expect(openSeeker({ phone, who: officer }).isOfVillages).toBe(false);
});
