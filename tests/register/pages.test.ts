import { expect, test } from 'vitest';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell } from './tale.ts';

const an = birth('b1', { date: '2026-11-20', mother: 'p2', fullName: 'Trần Bảo An' }, { standing: 'waiting' });

test('the household page shows its people in the order of the paper, with their ages today', () => {
  const page = openRegister([...hoaFamily, ...an]).household('h1');
  expect(page).toMatchObject({ number: '42', villageName: 'Thôn Đông', address: 'Số nhà 42', standing: 'confirmed' });
  expect(page?.people.map((line) => [line.name, line.relationWords, line.age, line.standing])).toEqual([
    ['Trần Văn Đức', 'Chủ hộ', 31, 'confirmed'],
    ['Nguyễn Thị Hoà', 'Vợ', 28, 'confirmed'],
    ['Trần Gia Huy', 'Con trai', 5, 'confirmed'],
    ['Trần Bảo An', 'Con gái', 0, 'waiting'],
    ['Lê Thị Mận', 'Mẹ', 61, 'confirmed'],
  ]);
});

test('a birth gives the child its household and its life; taken back, the child is gone', () => {
  const register = openRegister([...hoaFamily, ...an]);
  expect(register.get('b1-child')?.fields).toMatchObject({
    household: 'h1',
    residence: 'usual_present',
    marital: 'single',
    status: 'active',
  });
  register.apply([
    tell('person', 'b1-child', { fullName: 'Trần Bảo An' }, { isVoid: true }),
    tell('birth', 'b1', { date: '2026-11-20' }, { isVoid: true }),
  ]);
  expect(register.household('h1')?.people).toHaveLength(4);
  expect([register.get('b1'), register.get('b1-child')]).toEqual([undefined, undefined]);
});

test('a void that is lifted gives the record its life again', () => {
  const register = openRegister([...hoaFamily, tell('person', 'p3', { fullName: 'Lê Thị Mận' }, { isVoid: true })]);
  expect(register.household('h1')?.people).toHaveLength(3);
  register.apply(hoaFamily.filter(({ state }) => state.id === 'p3'));
  expect(register.household('h1')?.people).toHaveLength(4);
});

test('whatever order records arrive in, the page is the same: a fact may come before its child, a person before the household', () => {
  const all = [...hoaFamily, ...an];
  const oneByOne = openRegister();
  for (const state of all.toReversed()) oneByOne.apply([state]);
  expect(oneByOne.household('h1')).toEqual(openRegister(all).household('h1'));
});

test('a record that was sent back stands in its household, marked', () => {
  const sentBack = birth('b1', { date: '2026-11-20', mother: 'p2' }, { standing: 'mending' });
  const page = openRegister([...hoaFamily, ...sentBack]).household('h1');
  expect(page?.people.find(({ id }) => id === 'b1-child')?.standing).toBe('mending');
});

test('a person who is put into another household is found there and not here', () => {
  const register = openRegister([...hoaFamily, ...lodgers]);
  register.apply([resident('p3', { fullName: 'Lê Thị Mận', household: 'h2' })]);
  expect(register.household('h1')?.people.map(({ id }) => id)).toEqual(['p1', 'p2', 'p4']);
  expect(register.household('h2')?.people.map(({ id }) => id)).toEqual(['q1', 'p3']);
});

test('a village lists its households by number, under the names of their heads, and counts who lives there', () => {
  const gone = resident('p9', { fullName: 'Bùi Xa', household: 'h9', status: 'left' });
  const register = openRegister([household('h9', 100), gone, ...hoaFamily, ...an, household('h8', 5), ...lodgers]);
  const list = register.village('u-v1');
  expect([list.name, list.people]).toEqual(['Thôn Đông', 5]);
  expect(list.households.map(({ householdNumber, name }) => [householdNumber, name])).toEqual([
    ['5', ''],
    ['42', 'Trần Văn Đức'],
    ['100', 'Bùi Xa'],
  ]);
  expect(register.village('u-v2').people).toBe(1);
  expect(register.village('nowhere')).toMatchObject({ name: '', households: [], people: 0 });
});

test('what is no household has no page; a kind from a newer phone is passed over', () => {
  const register = openRegister([...hoaFamily, tell('comet', 'x1', { tail: 3 })]);
  expect(register.household('p1')).toBeUndefined();
  expect(register.household('nobody')).toBeUndefined();
  expect(register.size()).toBe(5);
});
