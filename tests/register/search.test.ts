import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, openRegister, resident, tell } from './tale.ts';

const more = [
  household('h3', 3, 'u-v2'),
  resident('r1', { fullName: 'Phạm Hoàng Anh', sex: 'male', household: 'h3', relation: 'head', birthDate: '1980-02' }),
  resident('r2', { fullName: 'Hoa Văn Bình', sex: 'male', household: 'h3' }),
  resident('r3', { fullName: 'Vũ Thị Hòa', sex: 'female', household: 'h3' }),
  resident('r4', { fullName: 'Đặng Thu', sex: 'female', household: 'h3' }),
  resident('r5', { fullName: 'Dâng Thu', sex: 'female', household: 'h3' }),
  resident('r6', { fullName: 'Đăng Thu', sex: 'female', household: 'h3' }),
  resident('r7', { fullName: 'Bế Thị Hoa', sex: 'female', household: 'h3', status: 'dead' }),
];
const register = openRegister([...hoaFamily, ...lodgers, ...more]);
const names = (text: string, limit = 20) => register.search(text, limit).rows.map(({ name }) => name);
const ids = (text: string, limit = 20) => register.search(text, limit).rows.map(({ id }) => id);

test('"hoa" finds Nguyễn Thị Hoà, with the village and the household to go to', () => {
  const row = register.search('hoa', 20).rows.find(({ id }) => id === 'p2');
  expect(row).toEqual({
    id: 'p2',
    kind: 'person',
    household: 'h1',
    householdNumber: '42',
    name: 'Nguyễn Thị Hoà',
    villageName: 'Thôn Đông',
    birthYear: '1998',
    sex: 'female',
    isWaiting: false,
  });
});

test('the given name ranks before a beginning, a surname last; exact spelling first; the dead after all', () => {
  expect(names('hoa')).toEqual([
    'Lò Thị Hoa',
    'Nguyễn Thị Hoà',
    'Vũ Thị Hòa',
    'Hoa Văn Bình',
    'Phạm Hoàng Anh',
    'Bế Thị Hoa',
  ]);
});

test('with accents typed, exact spelling comes before everything', () => {
  expect(names('Hoà')[0]).toBe('Nguyễn Thị Hoà');
  expect(names('Hòa')[0]).toBe('Vũ Thị Hòa');
  expect(names('đặng')[0]).toBe('Đặng Thu');
  expect(names('dang').toSorted()).toEqual(['Dâng Thu', 'Đăng Thu', 'Đặng Thu'].toSorted());
});

test('the tone on the other vowel comes next, before the name without it', () => {
  expect(names('Hoà').slice(0, 2)).toEqual(['Nguyễn Thị Hoà', 'Vũ Thị Hòa']);
  expect(names('hòa').slice(0, 2)).toEqual(['Vũ Thị Hòa', 'Nguyễn Thị Hoà']);
});

test('a household is found as the screens name it', () => {
  const found = register.search('42', 20);
  expect(found.total).toBe(1);
  for (const typed of ['hộ 42', 'ho 42', 'Hộ số 42', 'ho so 42', 'Số 42']) {
    expect([typed, register.search(typed, 20)]).toEqual([typed, found]);
  }
  expect(register.search('hộ 4242', 20).total).toBe(0);
});

test('marks that people put between words are no part of them', () => {
  for (const typed of ['Nguyễn Thị Hoà, 1998', 'hoà (1998)', '“Hoà” – 1998.']) expect(ids(typed)).toEqual(['p2']);
  expect(ids('Số 42.')).toEqual(['h1']);
});

test('beginnings of several words find a person, in any order; the middle of a word does not', () => {
  expect(names('thi ho ng')).toEqual(['Nguyễn Thị Hoà']);
  expect(names('nguyen thi hoa')[0]).toBe('Nguyễn Thị Hoà');
  expect(names('oa')).toEqual([]);
  expect(names('NGUYỄN THỊ HOÀ'.normalize('NFD'))[0]).toBe('Nguyễn Thị Hoà');
});

test('a number finds the household of that number, under the name of its head', () => {
  expect(register.search('42', 20)).toMatchObject({
    total: 1,
    rows: [{ id: 'h1', kind: 'household', householdNumber: '42', name: 'Trần Văn Đức', villageName: 'Thôn Đông' }],
  });
});

test('a village narrows down: with a number to one household, with a name to its people, alone to its households', () => {
  expect(ids('bai cat 7')).toEqual(['h2']);
  expect(ids('hoa bai cat').toSorted()).toEqual(['q1', 'r1', 'r2', 'r3', 'r7'].toSorted());
  expect(ids('hoa 42')).toEqual(['p2']);
  expect(ids('bãi cát')).toEqual(['h3', 'h2']);
});

test('what only begins the word of every village narrows nothing, and the whole word is said of anybody', () => {
  const withT = ['Lò Thị Hoa', 'Nguyễn Thị Hoà', 'Vũ Thị Hòa', 'Bế Thị Hoa'];
  for (const typed of ['hoa t', 'hoa th']) expect([typed, names(typed)]).toEqual([typed, withT]);
  expect(names('hoa thon').toSorted()).toEqual(names('hoa').toSorted());
  expect(ids('hoa thon bai cat').toSorted()).toEqual(ids('hoa bai cat').toSorted());
  expect(ids('thon')).toHaveLength(3);
});

test('who has all of it in the name comes before who lives there', () => {
  const more = resident('d1', { fullName: 'Hoàng Thị Đông', household: 'h3' });
  const found = openRegister([...hoaFamily, ...lodgers, ...[household('h3', 3, 'u-v2')], more]).search('hoa dong', 9);
  expect(found.rows.map(({ id }) => id)).toEqual(['d1', 'p2']);
  expect(found.total).toBe(2);
});

test('where names fill the list, nobody is sought by village', () => {
  const people = ['An', 'Bình'].map((given, at) =>
    resident(`e${at}`, { fullName: `Hoàng Đông ${given}`, household: 'h1' }),
  );
  const book = openRegister([...hoaFamily, ...people]);
  expect(book.search('ho dong', 2)).toMatchObject({ total: 2, rows: [{ id: 'e0' }, { id: 'e1' }] });
  expect(book.search('ho dong', 3).rows.map(({ id }) => id)).toEqual(['e0', 'e1', 'p2']);
});

test('a number and the area it was numbered in find one household', () => {
  const book = openRegister([
    ...hoaFamily,
    ...['Xã cũ Bình', 'Xã cũ Minh'].map((area, at) => tell('household', `a${at}`, { number: 5, area })),
  ]);
  const found = (text: string) => book.search(text, 9).rows.map(({ id }) => id);
  expect(found('5 xa cu minh')).toEqual(['a1']);
  expect(found('5').toSorted()).toEqual(['a0', 'a1']);
  expect(found('5 xa cu lan')).toEqual([]);
});

test('the total counts what the limit leaves out, and nothing typed finds nothing', () => {
  const answer = register.search('hoa', 2);
  expect(answer.rows.map(({ name }) => name)).toEqual(['Lò Thị Hoa', 'Nguyễn Thị Hoà']);
  expect(answer.total).toBe(6);
  expect(register.search('  ', 20)).toEqual({ rows: [], total: 0 });
  expect(register.search('hoa', 0).rows).toEqual([]);
});

test('a new name is found at once, the old one no more; who was voided or left the place is not found', () => {
  const changing = openRegister(hoaFamily);
  changing.apply([resident('p2', { fullName: 'Nguyễn Thị Huệ', household: 'h1', relation: 'spouse' })]);
  expect(changing.search('hoa', 9).rows).toEqual([]);
  expect(changing.search('hue', 9).rows.map(({ id }) => id)).toEqual(['p2']);
  changing.apply([tell('person', 'p2', { fullName: 'Nguyễn Thị Huệ' }, { isVoid: true })]);
  expect(changing.search('hue', 9).total).toBe(0);
  changing.remove(['p3']);
  expect(changing.search('man', 9).total).toBe(0);
  expect(changing.size()).toBe(3);
});

test('who comes first of many does not depend on who came first into the book', () => {
  const people = ['Vũ Hoa', 'Cù Hoa', 'An Hoa', 'Bùi Hoa'].map((fullName, index) =>
    resident(`s${index}`, { fullName, household: 'h1' }),
  );
  expect(openRegister(people).search('hoa', 1).rows[0]?.name).toBe('An Hoa');
  expect(openRegister(people.toReversed()).search('hoa', 1).rows[0]?.name).toBe('An Hoa');
});

test('a number finds whose it is: phone, card, with blanks or a country code; a whole number comes first', () => {
  const family = openRegister([
    ...hoaFamily,
    tell('household', 'h5', { number: 5, phone: '0238 3 123 456' }),
    resident('n1', { fullName: 'Hồ Văn Sáu', household: 'h5', phone: '0912 345 678' }),
    resident('n2', { fullName: 'Hồ Văn Bảy', household: 'h5', phone: '+84912345679', insuranceNo: 'GD4010123456789' }),
    resident('n3', { fullName: 'Hồ Văn Tám', household: 'h5', insuranceNo: '0123456789' }),
  ]);
  const found = (text: string) => family.search(text, 9).rows.map(({ id }) => id);
  expect(found('0912345678')).toEqual(['n1']);
  expect(found('+84 912 345 679')).toEqual(['n2']);
  expect(found('0912 345')).toEqual(['n2', 'n1']);
  expect(found('GD4010123456789')).toEqual(['n2', 'n3']);
  expect(found('0123456789')).toEqual(['n3', 'n2']);
  expect(found('02383123456')).toEqual(['h5']);
});

test('a year of birth, alone or beside a name or a village', () => {
  expect(ids('1998')).toEqual(['p2']);
  expect(ids('hoà 1998')).toEqual(['p2']);
  expect(ids('1980 bãi cát')).toEqual(['r1']);
  expect(ids('1980 đông')).toEqual([]);
});

test('a name beside a year is sought first, also where a village is called so', () => {
  const born = (id: string, fullName: string, home: string) =>
    resident(
      id,
      { fullName, sex: 'female', household: home, birthDate: '1996-05-05' },
      { place: home === 'h7' ? 'u-v2' : 'u-v1' },
    );
  const named = openRegister([
    household('h7', 7, 'u-v2'),
    household('h8', 8),
    ...['An', 'Bích', 'Chi'].map((name) => born(name, `Vũ Thị ${name}`, 'h8')),
    born('dong', 'Trần Thị Đông', 'h7'),
  ]);
  expect(named.search('dong 1996', 2).rows[0]?.id).toBe('dong');
});

test('"hộ cũ 42" finds the household that had this number, and whoever lives there now', () => {
  const renumbered = openRegister([
    tell('household', 'h8', { number: 108, formerNumbers: ['42', '17'] }),
    resident('s1', { fullName: 'Cao Thị Hoa', household: 'h8', relation: 'head' }),
    household('h9', 42),
  ]);
  const found = (text: string) => renumbered.search(text, 9).rows.map(({ id }) => id);
  expect(found('hộ cũ 42')).toEqual(['h8']);
  expect(found('hộ số cũ 17')).toEqual(['h8']);
  expect(found('hoa ho cu 42')).toEqual(['s1']);
  expect(found('42')).toEqual(['h9']);
});
