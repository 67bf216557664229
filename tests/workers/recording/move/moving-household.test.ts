import { expect, test } from 'vitest';
import { hoaFamily, lodgers } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* A whole household goes to another village of the commune. */

const commune = [...hoaFamily, ...lodgers];
const move = { is: 'move', household: 'h1', date: '2026-11-20', number: null } as const;

test('pressed before a village is chosen, it asks for one', async () => {
  const desk = openDesk(commune);
  expect(await desk.actStopped({ ...move, village: '' })).toEqual(['no_village']);
  expect(await desk.actStopped({ ...move, village: 'u-c' })).toEqual(['no_village']);
});

test('an officer moves it: everybody lives there from that day on', async () => {
  const desk = openDesk(commune);
  const { records } = await desk.act({ ...move, village: 'u-v2' });
  const sheet = records.find(({ kind }) => kind === 'household')?.id ?? '';
  expect(desk.register.household(sheet)?.people).toHaveLength(4);
  expect(desk.placeOf(sheet)).toBe('u-v2');
});

test('a collaborator who does not hold the other village is told whom to ask, and nothing is lost', async () => {
  const desk = openDesk(commune, 'collaborator');
  expect(await desk.actStopped({ ...move, village: 'u-v2' })).toEqual(['unacceptable']);
  expect(desk.register.household('h1')?.people).toHaveLength(4);
});

test('nobody leaves a household before coming to live there: alone it is no act, with all they go from that day on', async () => {
  const desk = openDesk(commune);
  const arrival = {
    wasHere: false,
    fullName: 'Đỗ Văn Lân',
    sex: 'male',
    relation: 'other',
    residence: 'usual_present',
  };
  const { made } = await desk.record('move_in', 'h1', { ...arrival, date: '2026-11-10', marital: 'single' });
  const [lan = ''] = made('person');
  const early = { household: 'h1', date: '2026-11-05' } as const;
  expect(await desk.actStopped({ is: 'move', ...early, village: 'u-v2', number: null })).toEqual(['came_later']);
  const relations = { [lan]: 'head', p1: 'head', p2: 'spouse', p3: 'parent', p4: 'child' };
  const split = { is: 'split', ...early, people: [lan], number: null, address: '', relations } as const;
  expect(await desk.actStopped(split)).toEqual(['nobody_then']);
  expect(await desk.actStopped({ ...split, date: '2026-11-12' })).toEqual([]);
});

test('nobody moves out of the commune, or to another household, before arriving', async () => {
  const desk = openDesk(commune);
  const arrival = {
    wasHere: false,
    fullName: 'Đỗ Văn Lân',
    sex: 'male',
    relation: 'other',
    residence: 'usual_present',
  };
  const { made } = await desk.record('move_in', 'h1', { ...arrival, date: '2026-11-10', marital: 'single' });
  const [person = ''] = made('person');
  expect(await desk.stopped('move_out', 'h1', { person, date: '2026-11-05' })).toEqual(['move_out_before_arrival']);
  expect(await desk.stopped('move_internal', 'h1', { person, date: '2026-11-05', toHousehold: 'h2' })).toEqual([
    'move_internal_before_arrival',
  ]);
  expect(await desk.stopped('death', 'h1', { person, date: '2026-11-05' })).toContain('death_before_arrival');
  expect(await desk.stopped('move_out', 'h1', { person, date: '2026-11-10' })).toEqual([]);
});
