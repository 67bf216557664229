import { expect, test } from 'vitest';
import { catalogue } from '../../../../src/catalogue/index.ts';
import { canonicalText, type Fields } from '../../../../src/domain/value.ts';
import { hoaFamily, household, lodgers, resident, tell } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Whatever is written by a form comes back into that form as it was answered, is mended there, and can be taken back. */

const commune = [
  ...hoaFamily,
  ...lodgers,
  household('h3', 9),
  resident('son', { fullName: 'Bùi Văn Sơn', sex: 'male', birthDate: '1999', household: 'h1', marital: 'single' }),
  resident('sau', { fullName: 'Bùi Thị Sáu', sex: 'female', birthDate: '2000', household: 'h3', marital: 'single' }),
  resident('gone', { fullName: 'Bùi Thị Đi', sex: 'female', birthDate: '2000', household: 'h2', marital: 'single' }),
  tell('move_out', 'm1', { date: '2025-05-05', person: 'gone' }),
  resident('kid', { fullName: 'Lò Thị Bé', sex: 'female', birthDate: '2020', household: 'h2', residence: 'temporary' }),
  resident('lodger', {
    fullName: 'Lò Thị Trọ',
    sex: 'female',
    birthDate: '2000',
    household: 'h2',
    residence: 'temporary',
    marital: 'single',
  }),
  resident('old', { fullName: 'Bùi Thị Già', sex: 'female', birthDate: '1940', household: 'h3', marital: 'widowed' }),
  resident('away', {
    fullName: 'Bùi Thị Vắng',
    sex: 'female',
    birthDate: '1990',
    household: 'h3',
    residence: 'usual_absent',
    awaySince: '2026-01',
  }),
  resident('twice', { fullName: 'Bùi Thị Đôi', sex: 'female', birthDate: '1999', household: 'h3', marital: 'single' }),
  resident('again', { fullName: 'Bùi Thị Đôi', sex: 'female', birthDate: '1999', household: 'h1', marital: 'single' }),
];
const people = commune.map(({ state }) => state.id);
const date = '2026-11-10';
const row = {
  fullName: 'Vi Văn Ân',
  sex: 'male',
  birthDate: '2000-09-09',
  birthDateSaid: 'rằm tháng tám',
  ethnicity: '01',
  insuranceNo: '123456789012',
  relation: 'other',
  education: 'primary',
};
const came = { date, residence: 'usual_present', note: 'có giấy' };
const child = { date, deliveryPlace: 'home' };
const wedding = { person: 'son', date, premaritalCheck: true, closeKin: null };

const entries: readonly (readonly [form: string, where: string, answers: Fields])[] = [
  [
    'birth',
    'h1',
    {
      ...child,
      mother: null,
      motherName: 'Vi Thị Xa',
      fullName: 'Vi An',
      sex: 'male',
      orderIfKnown: 2,
      multiple: true,
      sex2: 'male',
      hasThird: true,
      sex3: 'female',
      ethnicity: null,
      father: null,
      relation: 'grandchild',
    },
  ],
  ['birth', 'h1', { ...child, mother: 'p2', sex: 'male', order: 2, multiple: false, ethnicity: '02', father: null }],
  ['move_in', 'h1', { ...came, wasHere: false, from: 'Xã Đông', marital: 'single', phone: '0912345678', ...row }],
  ['move_in', 'h1', { ...came, wasHere: true, person: 'gone', relation: 'other', marital: null }],
  [
    'review_add',
    'h1',
    { ...came, wasHere: true, person: 'gone', relation: 'other', reason: 'returned', marital: null },
  ],
  ['move_out', 'h1', { person: 'p4', date, to: 'Hà Nội' }],
  ['move_out', 'h1', { person: ['p4', 'p3'], date, to: 'Hà Nội' }],
  ['move_internal', 'h1', { person: ['p4', 'son'], date, toHousehold: 'h3', relation: 'grandchild' }],
  ['review_remove', 'h1', { person: 'p4', date, reason: 'died' }],
  ['move_internal', 'h1', { person: 'p4', date, toHousehold: 'h3', relation: 'grandchild' }],
  ['settle', 'h2', { person: 'q1', date, note: 'có nhà' }],
  ['settle', 'h2', { person: ['q1', 'kid'], date }],
  ['cease', 'h1', { person: 'p4', date }],
  ['away', 'h1', { person: 'p4', date, awayWhere: 'Hà Nội', awayWhy: 'đi học' }],
  ['back', 'h3', { person: 'away', date }],
  ['marriage', 'h1', { ...wedding, spouseFrom: 'in_book', spouse: 'sau', joins: true, relation: 'daughter_in_law' }],
  ['marriage', 'h1', { ...wedding, spouseFrom: 'in_book', spouse: 'gone', joins: true, relation: 'daughter_in_law' }],
  ['marriage', 'h1', { ...wedding, spouseFrom: 'in_book', spouse: 'again', joins: true, relation: 'daughter_in_law' }],
  [
    'marriage',
    'h1',
    {
      ...wedding,
      spouseFrom: 'in_book',
      spouse: 'lodger',
      joins: true,
      residence: 'usual_present',
      relation: 'daughter_in_law',
    },
  ],
  ['marriage', 'h1', { ...wedding, spouseFrom: 'in_book', spouse: 'sau', joins: false }],
  ['marriage', 'h1', { ...wedding, spouseFrom: 'elsewhere', spouseName: 'Lý Thị Xuân' }],
  [
    'marriage',
    'h1',
    { ...wedding, spouseFrom: 'arrives', from: 'Xã Đông', residence: 'temporary', ...row, sex: 'female' },
  ],
  ['divorce', 'h1', { person: 'p2', date }],
  ['death', 'h1', { person: 'p1', date, note: 'ốm' }],
  ['adopt', 'h1', { person: 'p4', date, household: 'h3', relation: 'adopted' }],
  ['adopt', 'h2', { person: 'kid', date, household: 'h3', residence: 'usual_present', relation: 'adopted' }],
  ['adopt_outside', 'h1', { ...came, parent: 'p2', from: 'Xã Đông', ...row, birthDate: '2015', relation: 'adopted' }],
  ['elder_check', 'h3', { person: 'old', date, performedAt: 'Trạm y tế' }],
  ['pregnancy', 'h1', { person: 'p2', date, number: 2, week: 8 }],
  ['miscarriage', 'h1', { person: 'p2', date }],
  ['abortion', 'h1', { person: 'p2', date }],
  ['newborn_screen', 'h1', { person: 'p4', date, g6pd: 'normal' }],
  ['method_start', 'h1', { person: 'p2', date, method: 'pill' }],
  ['join', 'h3', { person: 'twice', other: 'again', date }],
  ['person_private', 'h1', { person: 'p2', isCorrection: true, insuranceNo: '123456789012', phone: '0912345678' }],
  ['household_edit', 'h1', { number: 42, isCorrection: true, address: 'Ngõ 5', poor: 'poor' }],
  ['household_new', 'u-v1', { number: 99, kind: 'family' }],
  ['paper_person', 'h3', { ...row, residence: 'usual_present', marital: 'single' }],
  ['visit', 'h1', { kind: 'home', date, topics: ['method'], person: 'p2' }],
  ['talk', 'u-v1', { date, topics: ['method'], people: 20 }],
];
const cases = entries.flatMap(([form, where, answers]) =>
  [false, true].map((isSent) => [form, isSent, where, answers] as const),
);

const flows = ['births', 'deaths', 'move_in', 'move_out', 'married_persons', 'review_add', 'review_remove'];
/** Since when and where somebody was away is left by who came home; nobody reads it then. */
const ofAbsence = new Set(['awaySince', 'awayWhere', 'awayWhy']);

test('of elders of several households, checked on one day, no form shows all: it is taken back only', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('elder_check', 'u-v1', { person: ['old', 'p3'], date }, ['elder_check_under_60']);
  expect([made('elder_check').length, await desk.formOf(...made('elder_check'))]).toEqual([2, undefined]);
});

function standing(desk: ReturnType<typeof openDesk>) {
  const said = people.map((id) => Object.entries(desk.register.get(id)?.fields ?? {}));
  const book = said.map((fields) => Object.fromEntries(fields.filter(([key]) => !ofAbsence.has(key))));
  return [book, flows.map((key) => desk.figure(key))];
}

test.each(cases)('%s, sent: %s', async (form, isSent, where, answers) => {
  const desk = openDesk(commune);
  const before = standing(desk);
  const doubts = desk.check(form, where, answers);
  await desk.record(form, where, answers, doubts);
  if (isSent) desk.send();
  const written = standing(desk);
  const [line] = desk.written();
  const definition = catalogue.forms.find(({ key }) => key === form);
  expect([definition?.title.vi, 'Ghi ở trang riêng']).toContain(line?.label.vi);
  const { opened } = await desk.mend(line?.facts ?? [], {}, doubts);
  expect([opened.form, opened.where]).toEqual([form, where]);
  for (const [key, value] of Object.entries(answers))
    expect([key, canonicalText(opened.answers[key] ?? null)]).toEqual([key, canonicalText(value)]);
  expect(standing(desk)).toEqual(written);
  await desk.takeBack(...(desk.written().find(({ isTakenBack }) => !isTakenBack)?.facts ?? []));
  expect(standing(desk)).toEqual(before);
});
