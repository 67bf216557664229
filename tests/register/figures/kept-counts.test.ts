import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { reportNamed } from '../../../src/domain/figure/report.ts';
import { countsFromBytes, countsToBytes } from '../../../src/register/figures/kept/counts-codec.ts';
import { createRecordNumbers } from '../../../src/register/figures/record-numbers.ts';
import type { Register } from '../../../src/register/register.ts';
import { hoaFamily, household, lodgers, openRegister, tell } from '../tale.ts';

/* What reports rest on, as it is written down for the next opening: who counts, and nobody else. */

const month = reportNamed(catalogue.reports, '01-DSX', '2026-11');
const before = reportNamed(catalogue.reports, '01-DSX', '2026-10');
if (month === undefined || before === undefined) throw new Error('a month has its report');

const written = async (register: Register, reports = [month]) =>
  countsFromBytes(await countsToBytes(register.keptCounts(reports), async () => undefined));

test('who was erased, and who left this phone, is written down no more, nor with whom they lived', async () => {
  const register = openRegister([...hoaFamily, ...lodgers, household('h7', 7)]);
  register.foresee([month]).advance(Number.POSITIVE_INFINITY);
  const idsIn = async () => {
    const { ids } = (await written(register)).numbers;
    return Array.from({ length: ids.length }, (_, number) => ids.at(number)).sort();
  };
  const counted = await idsIn();
  expect(counted).toEqual(expect.arrayContaining(['h1', 'p1', 'p2']));
  register.apply([tell('person', 'p2', {})]);
  register.remove(['p1']);
  expect(await idsIn()).toEqual(counted.filter((id) => id !== 'p1' && id !== 'p2'));
  const fresh = openRegister([...hoaFamily, ...lodgers, household('h7', 7), tell('person', 'p2', {})]);
  fresh.remove(['p1']);
  const again = openRegister([...hoaFamily, ...lodgers, household('h7', 7), tell('person', 'p2', {})]);
  again.remove(['p1']);
  again.takeUpCounts(await written(register));
  expect(again.report('01-DSX', '2026-11', 'u-c')).toEqual(fresh.report('01-DSX', '2026-11', 'u-c'));
});

test('what nobody foresees today is not written down: it would pile up month after month', async () => {
  const register = openRegister([...hoaFamily, ...lodgers]);
  register.foresee([before]).advance(Number.POSITIVE_INFINITY);
  register.foresee([month]).advance(Number.POSITIVE_INFINITY);
  const sizes = [
    (await written(register, [month])).counts.length,
    (await written(register, [month, before])).counts.length,
  ];
  expect(sizes[0]).toBeGreaterThan(0);
  expect(sizes[1]).toBeGreaterThan(sizes[0] ?? 0);
});

test('a commune that grows past 65,535 numbers knows with whom each lives, also behind a book that was smaller', () => {
  const small = createRecordNumbers();
  for (let at = 0; at < 65_534; at += 1) small.of(`dev1.${at + 1}`);
  small.isUsualHolder(0, 65_534);
  const { ids, holders } = small.kept();
  // As read back: every number fits a narrow list.
  const grown = createRecordNumbers({ ids, holders: Uint16Array.from(holders) });
  const newcomer = grown.of('dev2.1');
  const home = grown.of('dev2.2');
  expect(grown.isUsualHolder(newcomer, home + 1)).toBe(true);
  expect([grown.usualHolder(0), grown.usualHolder(newcomer)]).toEqual([65_534, home + 1]);
});
