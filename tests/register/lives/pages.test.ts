import { expect, test } from 'vitest';
import { standsInPartThree } from '../../../src/catalogue/paper/part-three.ts';
import type { Fields } from '../../../src/domain/value.ts';
import { lastRecorded } from '../../../src/register/lives/lists/last-recorded.ts';
import { writtenLines } from '../../../src/register/lives/written.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';
import { openOn } from './on-day.ts';

/* What stands on a page that a neighbour may look at, and what only on her own. */

let second = 0;
const at = (kind: string, id: string, fields: Fields) => {
  second += 1;
  return tell(kind, id, fields, { stamp: [second * 1000, 0] });
};

const years = [
  ...hoaFamily,
  household('h2', 43),
  at('visit', 'v1', {
    date: '2026-10-03',
    household: 'h1',
    person: 'p2',
    kind: 'home',
    topics: ['method', 'register'],
  }),
  at('pregnancy', 's1', { date: '2026-05-02', person: 'p2', number: 2 }),
  at('prenatal_screen', 's2', { date: '2026-06-02', person: 'p2', week: 12, down: 'low_risk' }),
  at('method_start', 's3', { date: '2025-02-01', person: 'p2', method: 'pill' }),
  at('change_info', 'c1', { date: '2026-03-01', person: 'p1', field: 'education', old: 'primary', new: 'lower_sec' }),
  at('change_info', 'c2', {
    date: '2026-03-02',
    person: 'p1',
    field: 'insuranceNo',
    old: 'GD4010000000001',
    new: 'GD4010000000002',
  }),
  at('change_info', 'c3', { date: '2026-03-03', household: 'h1', field: 'poor', old: 'near', new: 'none' }),
  at('change_info', 'c4', {
    date: '2026-04-01',
    person: 'p1',
    field: 'residence',
    old: 'usual_present',
    new: 'usual_absent',
  }),
  at('move_internal', 'm1', { date: '2026-07-01', person: 'p3', toHousehold: 'h2' }),
  at('death', 'd1', { date: '2026-08-01', person: 'p3' }),
  tell('person', 'a1', { fullName: 'Trần Văn Lộc', sex: 'male', birthDate: '2024-01-05', relation: 'adopted' }),
  at('adopt', 'a2', { date: '2026-02-01', person: 'a1', household: 'h1', residence: 'usual_present', from: 'Vinh' }),
  ...birth(
    'b1',
    { date: '2026-11-20', mother: 'p2', fullName: 'Trần Bảo An' },
    { standing: 'waiting', stamp: [9_000_000, 0] },
  ),
];
const register = openRegister(years);
const said = (lines: readonly { readonly label: { readonly vi: string }; readonly value: { readonly vi: string } }[]) =>
  lines.map(({ label, value }) => `${label.vi}: ${value.vi}`);

test('Mục III of the sheet tells what changed for its people; a visit, a check-up and a mended mistake change nobody', () => {
  const told = openRegister([
    ...years,
    at('elder_check', 'e1', { date: '2026-09-01', person: 'p1', performedAt: 'Trạm Y tế xã' }),
    at('change_info', 'c5', {
      date: '2026-09-02',
      person: 'p1',
      field: 'fullName',
      old: 'Trần Văn Nm',
      new: 'Trần Văn Nam',
      isCorrection: true,
    }),
  ]).changes('h1');
  expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['visit', 'elder_check']));
  expect(told.filter(standsInPartThree).map(({ date, label }) => `${date} ${label.vi}`)).toEqual([
    '2026-11-20 Sinh',
    '2026-07-01 Chuyển trong xã',
    '2026-04-01 Thay đổi thông tin cơ bản',
    '2026-03-03 Thay đổi thông tin cơ bản',
    '2026-03-01 Thay đổi thông tin cơ bản',
  ]);
});

test('a household tells what came about, newest first, with what was before', () => {
  const changes = register.changes('h1');
  expect(changes.map(({ date, label }) => `${date} ${label.vi}`)).toEqual([
    '2026-11-20 Sinh',
    '2026-10-03 Thăm hộ, gọi điện, tư vấn',
    '2026-07-01 Chuyển trong xã',
    '2026-04-01 Thay đổi thông tin cơ bản',
    '2026-03-03 Thay đổi thông tin cơ bản',
    '2026-03-01 Thay đổi thông tin cơ bản',
  ]);
  const [born, , moved, away, poor, school] = changes;
  expect([born?.standing, born?.author, born?.people.map(({ name }) => name)]).toEqual([
    'waiting',
    '',
    ['Trần Bảo An', 'Nguyễn Thị Hoà'],
  ]);
  expect([said(moved?.before ?? []), said(moved?.details ?? [])]).toEqual([
    ['Hộ: số 42, Thôn Đông'],
    ['Đến hộ: số 43, Thôn Đông'],
  ]);
  expect(said(away?.before ?? [])).toEqual(['Tình trạng cư trú: Thực tế thường trú, đang có mặt']);
  expect(said(away?.details ?? [])).toEqual(['Tình trạng cư trú: Thực tế thường trú, tạm vắng']);
  expect([said(poor?.before ?? []), said(poor?.details ?? [])]).toEqual([
    ['Nghèo, cận nghèo: Hộ cận nghèo'],
    ['Nghèo, cận nghèo: Không nghèo'],
  ]);
  expect(said(school?.details ?? [])).toEqual(['Trình độ học vấn: Trung học cơ sở']);
});

test('what came about after somebody moved on stands with the household where it did', () => {
  expect(register.changes('h2').map(({ label }) => label.vi)).toEqual(['Chết', 'Chuyển trong xã']);
  expect(register.household('h2')?.people.map(({ name, status }) => [name, status])).toEqual([['Lê Thị Mận', 'dead']]);
});

test('a widow’s page says that her husband died, and a divorce names each of the two once', () => {
  const couple = [
    resident('d1', { fullName: 'Lò Văn Pá', sex: 'male', birthDate: '1980', household: 'h1', spouse: 'd2' }),
    resident('d2', { fullName: 'Lò Thị Pẩng', sex: 'female', birthDate: '1982', household: 'h1', spouse: 'd1' }),
  ];
  const widowed = openRegister([
    ...hoaFamily,
    ...couple,
    tell('death', 'dd', { date: '2026-10-01', person: 'd1', spouse: 'd2' }),
  ]);
  const husband = widowed.person('d2')?.spouse;
  expect([husband?.name, husband?.sex, husband?.status]).toEqual(['Lò Văn Pá', 'male', 'dead']);
  const parted = openRegister([
    ...hoaFamily,
    ...couple,
    tell('divorce', 'dv', { date: '2026-10-01', person: 'd1', spouse: 'd2' }),
  ]);
  const [divorce] = parted.changes('h1');
  expect(divorce?.people.map(({ name }) => name)).toEqual(['Lò Văn Pá', 'Lò Thị Pẩng']);
  expect(said(divorce?.before ?? [])).toEqual(['Tình trạng hôn nhân: Có vợ/chồng']);
});

test('nothing sensitive stands on a page of a household or a person: no pregnancy, method, screening, adoption, card', () => {
  const pages = JSON.stringify([
    register.household('h1'),
    register.changes('h1'),
    ...['p1', 'p2', 'a1', 'b1-child'].map((id) => register.person(id)),
  ]);
  for (const word of ['thai', 'Thai', 'tránh', 'Sàng lọc', 'nuôi', 'adopted', 'GD401', 'Vinh', 'pill', 'method'])
    expect(pages).not.toContain(word);
  expect(register.household('h1')?.people.find(({ id }) => id === 'a1')?.relationWords).toBe('Con trai');
});

test("the person's own panel holds it, and nothing else", () => {
  const panel = register.panel('p2');
  expect(panel?.changes.map(({ date, label }) => `${date} ${label.vi}`)).toEqual([
    '2026-10-03 Thăm hộ, gọi điện, tư vấn',
    '2026-06-02 Sàng lọc trước sinh',
    '2026-05-02 Mang thai',
    '2025-02-01 Mới sử dụng biện pháp tránh thai',
  ]);
  expect(said(panel?.changes[1]?.details ?? [])).toEqual(['Tuần thai: 12', 'Down: Nguy cơ thấp']);
  expect(said(panel?.fields ?? [])).toEqual(['Biện pháp tránh thai đang dùng: Viên uống tránh thai']);
  expect(register.panel('p1')?.changes.map(({ id }) => id)).toEqual(['c2']);
  expect(said(register.panel('a1')?.fields ?? [])).toEqual(['Quan hệ với chủ hộ: Con nuôi']);
});

test('a pregnancy that goes on stands on her panel, and is gone once it has ended', () => {
  const pregnant = [...hoaFamily, tell('pregnancy', 'g1', { date: '2026-09-02', person: 'p2' })];
  const panel = (states: Parameters<typeof openRegister>[0]) => said(openRegister(states).panel('p2')?.fields ?? []);
  expect(panel(pregnant)).toContain('Đang mang thai, biết từ ngày: 02/09/2026');
  const born = birth('g2', { date: '2026-11-02', mother: 'p2' });
  expect(panel([...pregnant, ...born]).join()).not.toContain('mang thai');
});

test('beside a method her panel says what 50 years make of it, and in that year what to ask her', () => {
  const uses = (method: string) => [
    resident('w1', { fullName: 'Lê Thị Na', sex: 'female', birthDate: '1977-05-10', household: 'h1' }),
    tell('method_start', 's1', { date: '2019-04-02', person: 'w1', method }),
  ];
  const panel = (day: string, method = 'iud') =>
    said(openOn(day, [...hoaFamily, ...uses(method)]).panel('w1')?.fields ?? []).find((line) =>
      line.includes('Biện pháp'),
    );
  const asks = 'năm nay đủ 50 tuổi: hỏi còn dùng không, đã thôi thì ghi “Thôi sử dụng”';
  expect(panel('2026-12-31')).not.toContain('50 tuổi');
  expect(panel('2027-05-09')).toContain(`(${asks})`);
  expect(panel('2027-05-10')).toContain(`(đã đủ 50 tuổi, sổ thôi theo dõi; ${asks})`);
  expect(panel('2028-01-01')).toContain('(đã đủ 50 tuổi, sổ thôi theo dõi)');
  // Nobody is asked whether she stopped what has no end.
  expect(panel('2027-05-09', 'ster_f')).not.toContain('50 tuổi');
});

test('when something was last recorded of people is told for a list, of nothing private', () => {
  const check = tell('elder_check', 'e1', { date: '2026-03-02', person: 'p3' });
  const book = openRegister([...years, check, tell('elder_check', 'e2', { date: '2025-03-02', person: 'p3' })]);
  expect(lastRecorded(book.folk, 'elder_check', ['p1', 'p3'])).toEqual({ p3: '2026-03-02' });
  expect(lastRecorded(book.folk, 'method_start', ['p2'])).toEqual({});
});

test('everybody has a panel: that there is one tells nothing', () => {
  expect(['p1', 'p2', 'p4', 'a1'].map((id) => register.person(id)?.hasPanel)).toEqual([true, true, true, true]);
});

test('a person stands beside family, with what the sheet says', () => {
  const page = register.person('p2');
  expect(page).toMatchObject({ householdNumber: '42', villageName: 'Thôn Đông', phone: '', mother: undefined });
  expect(page?.spouse?.name).toBe('Trần Văn Đức');
  expect(page?.children.map(({ name }) => name)).toEqual(['Trần Gia Huy', 'Trần Bảo An']);
  expect(said(page?.fields ?? [])).toEqual([
    'Giới tính: Nữ',
    'Ngày sinh: 05/03/1998',
    'Tình trạng cư trú: Thực tế thường trú, đang có mặt',
    'Tình trạng hôn nhân: Có vợ/chồng',
  ]);
  expect(register.person('b1-child')?.mother?.name).toBe('Nguyễn Thị Hoà');
  expect([register.person('nobody'), register.panel('h1')]).toEqual([undefined, undefined]);
});

test('who wishes no calls has no number to call; a personal number is shown by its end', () => {
  const book = openRegister([
    ...hoaFamily,
    resident('w1', { fullName: 'Vi Thị Na', phone: '0912345678', contactWish: 'no_calls', nationalId: '040198001234' }),
  ]);
  expect(book.person('w1')?.phone).toBe('');
  expect(said(book.panel('w1')?.fields ?? [])).toContain('Số định danh cá nhân: ••••••••1234');
});

test('in a household the ruled-through stand at the end, wives beside their words, couples told', () => {
  const book = openRegister([...hoaFamily, tell('move_out', 'x1', { date: '2026-10-01', person: 'p1' })]);
  expect(book.household('h1')?.people.map(({ name, relationWords, spouse }) => [name, relationWords, spouse])).toEqual([
    ['Nguyễn Thị Hoà', 'Vợ', 'p1'],
    ['Trần Gia Huy', 'Con trai', ''],
    ['Lê Thị Mận', 'Mẹ', ''],
    ['Trần Văn Đức', 'Chủ hộ', 'p2'],
  ]);
});

test('the day that somebody wrote, act by act: who, in which household, what was taken back', () => {
  const day = openRegister([
    ...hoaFamily,
    ...birth('dev.12', { date: '2026-11-20', mother: 'p2', fullName: 'Trần Bảo An' }, { stamp: [5000, 1] }),
    tell('pregnancy', 'dev.20', { date: '2026-11-01', person: 'p2' }, { stamp: [7000, 0] }),
    tell('death', 'dev.21', { date: '2026-11-01', person: 'p3' }, { stamp: [8000, 0], isVoid: true }),
    tell('elder_check', 'dev.22', { date: '2026-11-21', person: 'p3' }, { stamp: [9000, 0] }),
    tell('elder_check', 'dev.23', { date: '2026-11-21', person: 'p1' }, { stamp: [9000, 1] }),
    // A file that was taken in, and an act that the hub stamped with the same moment as another.
    tell(
      'elder_check',
      '0a1b2c3d-0000-8000-8000-000000000001',
      { date: '2025-03-01', person: 'p3' },
      { stamp: [9000, 2] },
    ),
    tell('elder_check', 'dev.60', { date: '2026-11-21', person: 'p2' }, { stamp: [9000, 40] }),
  ]);
  expect(
    writtenLines(day, 'u1', 2000, 10_000).map(({ label, names, householdNumber, isTakenBack }) => [
      label.vi,
      names.join(),
      householdNumber,
      isTakenBack,
    ]),
  ).toEqual([
    ['Khám sức khỏe người cao tuổi', 'Nguyễn Thị Hoà', '42', false],
    ['Khám sức khỏe người cao tuổi', 'Lê Thị Mận,Trần Văn Đức', '42', false],
    ['Chết', 'Lê Thị Mận', '42', true],
    ['Ghi ở trang riêng', 'Nguyễn Thị Hoà', '42', false],
    ['Sinh', 'Trần Bảo An', '42', false],
  ]);
  expect(writtenLines(day, 'u2', 2000, 10_000)).toEqual([]);
  expect(writtenLines(day, 'u1', 20_000, 30_000)).toEqual([]);
});

test('a talk to people of several households is an act of none of them', () => {
  const talk = (id: string, at: string, person: string, counter: number) =>
    tell('visit', id, { date: '2026-11-21', kind: 'talk', household: at, person }, { stamp: [9000, counter] });
  const other = [household('h2', 43), resident('p9', { fullName: 'Lò Văn Sinh', sex: 'male', household: 'h2' })];
  const of = (...facts: readonly ReturnType<typeof talk>[]) =>
    writtenLines(openRegister([...hoaFamily, ...other, ...facts]), 'u1', 2000, 10_000).map((line) => [
      line.names.length,
      line.householdNumber,
      line.households,
    ]);
  expect(of(talk('dev.70', 'h1', 'p1', 0), talk('dev.71', 'h2', 'p9', 0))).toEqual([[2, '', 2]]);
  expect(of(talk('dev.70', 'h1', 'p1', 0), talk('dev.71', 'h1', 'p2', 0))).toEqual([[2, '42', 1]]);
});
