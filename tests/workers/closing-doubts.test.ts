import { expect, test } from 'vitest';
import { collaboratorCode, inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone } from './invented-phone.ts';

/* What the officer is told before she freezes a month: also whose slip is not in. Two phones, one hub, the 22nd of November. */

const [month, form] = ['2026-10', '01-DSX'];

test('slips that are not in are doubtful figures, until each is handed in; one that was returned is out again', async () => {
  const hub = await inventedHub();
  const collaborator = (await activatedPhone(hub.answer, collaboratorCode)).app;
  const officer = (await activatedPhone(hub.answer, officerCode)).app;
  const meet = async () => {
    for (const app of [collaborator, officer, collaborator]) await app.sync();
  };
  await meet();
  const out = async (of = month, code = form) => (await officer.freezing(code, of)).doubts.slips;
  const keepers = await officer.slipKeepers(month);
  expect(await out()).toBe(keepers.length);
  // Nobody handed in anything in that quarter: perhaps there was no book yet.
  expect(await out('2026-Q3', '02-DSX')).toBe(0);

  const [own] = await collaborator.slipKeepers(month);
  await collaborator.handInSlip(month, own?.id ?? '');
  await meet();
  expect(await out()).toBe(keepers.length - 1);
  const back = { verdict: 'returned', reason: 'Thiếu ngày khám của 2 cụ', confirmed: [] } as const;
  await officer.judgeSlip(month, own?.id ?? '', back);
  expect(await out()).toBe(keepers.length);

  for (const { id } of keepers) await officer.handInSlip(month, id);
  expect(await out()).toBe(0);
  expect(await officer.freezing('LMIS', month)).toMatchObject({ doubts: { slips: 0, odd: 0 } });
});
