import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { obeyHandOver } from '../../server/command-line/order/hand-over-words.ts';
import { unitsBench } from '../../server/sync/units/units-routes.ts';
import { recordIdOf } from '../../src/formats/interchange/record-id.ts';
import { demoCommune } from '../../src/sample/sample.ts';
import { book, type JourneyHub, openCommune, villages } from '../journeys/commune.ts';
import { type JourneyPhone, openPhone } from '../journeys/phone.ts';
import { file } from './csv-file.ts';

/*
 * What an import changed is kept, sealed, on the phone that imported, so that it can be taken back. Who is forgotten by
 * order, or lives in a village that went to another, is not to be found there either.
 */

const [village = ''] = villages;
const [gone, goneBefore, stays] = ['Nguyễn Thị Cần Quên', 'Nguyễn Thị Quên Cũ', 'Trần Văn Ở Lại'];
const ofHousehold = (key: string, name: string, born = '1979-01-01') => [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    [`H${key}`, '001', `900${key}`, 'family'],
  ]),
  file('persons', [
    ['person_key', 'household_key', 'full_name', 'sex', 'birth_date', 'residence', 'status'],
    [`P${key}`, `H${key}`, name, 'female', '1980-01-01', 'usual_present', 'active'],
    [`Q${key}`, `H${key}`, stays, 'male', born, 'usual_present', 'active'],
  ]),
];

let hub: JourneyHub;
let officer: JourneyPhone;
let hoa: JourneyPhone;
let lan: JourneyPhone;

beforeAll(async () => {
  hub = await openCommune('PGlite');
  officer = await openPhone(hub, await hub.officerCode());
  hoa = await openPhone(hub, await hub.collaboratorCode('001'));
  lan = await openPhone(hub, await hub.collaboratorCode('002'));
  for (const phone of [officer, hoa, lan]) await phone.sync();
}, 120_000);
afterAll(() => hub?.close());

const traceOn = async (phone: JourneyPhone) => JSON.stringify(await phone.work().session.transfers.all());

async function importOn(phone: JourneyPhone, list: ReturnType<typeof ofHousehold>): Promise<void> {
  const files = await phone.transfers();
  expect(await files.openFiles(list)).toMatchObject({ is: 'preview' });
  expect(await files.takeFiles('take')).toMatchObject({ is: 'done' });
  expect(await phone.sync()).toMatchObject({ is: 'done', mending: 0 });
}

test('somebody on an imported list is forgotten: the phone keeps nothing of her to take back, and the rest of the list', async () => {
  await importOn(officer, ofHousehold('1', goneBefore));
  await importOn(officer, ofHousehold('1', gone, '1979-03-04'));
  const trace = await traceOn(officer);
  for (const name of [goneBefore, gone]) expect(trace).toContain(name);
  const [record, other] = ['P1', 'Q1'].map((key) => recordIdOf(book, 'persons', key));
  if (record === undefined || other === undefined) throw new Error('nobody is on the list');
  expect(officer.work().session.register.person(record)).toMatchObject({ line: { name: gone } });
  expect(await hub.hub().erase({ book, record, actor: '', ground: 'đơn số 4' })).toMatchObject({ is: 'erased' });
  expect(await officer.sync()).toMatchObject({ is: 'done', agreedAt: expect.any(Number) });
  expect(await officer.work().session.store.obeyed()).toBeGreaterThan(0);
  for (const name of [goneBefore, gone]) expect(await traceOn(officer)).not.toContain(name);
  const born = () => officer.work().session.register.person(other)?.line.birthDate;
  expect(born()).toBe('1979-03-04');
  await (await officer.transfers()).undoImport();
  expect(born()).toBe('1979-01-01');
});

test('her village goes to another: what she imported there leaves her phone with it', async () => {
  await hoa.sync();
  await importOn(hoa, ofHousehold('2', 'Phạm Thị Đi Theo'));
  expect(await traceOn(hoa)).toContain('Phạm Thị Đi Theo');
  const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
  const words = ['--place', demoCommune.communeCode, '--data', tmpdir(), '--reason', 'maternity'];
  const [from, to] = [hoa, lan].map((phone) => phone.work().session.record.device);
  await obeyHandOver(bench, [...words, '--from', `${from}`, '--to', `${to}`]);
  expect(await hoa.sync()).toMatchObject({ is: 'done', mending: 0 });
  expect(hoa.work().session.who.places).not.toContain(village);
  expect(await traceOn(hoa)).not.toContain('Phạm Thị Đi Theo');
  expect(await traceOn(hoa)).not.toContain(stays);
});
