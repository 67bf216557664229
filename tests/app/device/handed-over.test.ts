import { expect, test } from 'vitest';
import { loadHanded } from '../../../src/features/home/load-handed.ts';
import { hasHandedOver } from '../../../src/features/screen.ts';
import type { Who } from '../../../src/workers/api/phone-api.ts';
import { makeMemoryPhone } from '../memory/memory-phone.ts';

/* The phone of a collaborator whose village is another's now. */

const commune = { id: 'commune-1', code: '00001', name: 'Xã Mẫu', level: 'commune' } as const;
const village = { id: 'village-1', code: '01', name: 'Thôn Đông', level: 'village' } as const;

async function whoIs(role: Who['role'], places: Who['places']): Promise<Who> {
  const { phone } = makeMemoryPhone({ is: 'locked', pin: 'usable', triesLeft: 10, notBefore: 0 });
  const opened = await phone.unlock('290417');
  if (!opened.ok) throw new Error('it opens');
  return { ...opened.value, role, places };
}

test('a draft whose household went is the officer’s: no press here takes it up', async () => {
  const { phone } = makeMemoryPhone();
  const draft = {
    form: 'away',
    page: 0,
    author: 'u1',
    authorName: 'Lan',
    day: '2026-11-22',
    standing: 'confirmed',
  } as const;
  const handed = async () => [
    { ...draft, id: 'd1', at: 'h1' },
    { ...draft, id: 'd2', at: 'gone' },
    { ...draft, id: 'd3', at: 'village-1' },
  ];
  const who = await whoIs('collaborator', [village]);
  const here = await loadHanded({ phone: { ...phone, handedDrafts: handed }, who });
  expect(here.map(({ id }) => id)).toEqual(['d1', 'd3']);
});

test('whoever keeps no village any more is told so; nobody else is', async () => {
  expect(hasHandedOver(await whoIs('collaborator', [commune]))).toBe(true);
  expect(hasHandedOver(await whoIs('collaborator', [village]))).toBe(false);
  expect(hasHandedOver(await whoIs('viewer', [commune]))).toBe(false);
});
