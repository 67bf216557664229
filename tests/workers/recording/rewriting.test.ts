import { expect, test } from 'vitest';
import { hoaFamily, lodgers } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* "Sửa": nothing is taken back before the new save, and then both at once. */

const commune = [...hoaFamily, ...lodgers];
const born = { mother: 'p2', sex: 'male', date: '2026-11-01', order: 2, deliveryPlace: 'home', multiple: false };
const groom = {
  wasHere: false,
  fullName: 'Đỗ Văn Lân',
  sex: 'male',
  birthDate: '1990-02-01',
  relation: 'other',
  residence: 'usual_present',
  from: 'Xã Đông',
};
const isSent = [false, true];

test.each(isSent)('a birth is opened with its answers and stands until it is saved anew (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  const first = await desk.record('birth', 'h1', { ...born, fullName: 'Trần Gia Bảo' });
  const [child = ''] = first.made('person');
  if (sent) desk.send();
  const facts = first.made('birth');
  await desk.mend(facts, {});
  const { opened } = await desk.mend(desk.written()[0]?.facts ?? [], { fullName: 'Trần Gia Bách', date: '2026-11-02' });
  expect(opened.answers).toMatchObject({ ...born, fullName: 'Trần Gia Bảo' });
  expect(desk.register.get(facts[0] ?? '')).toBeUndefined();
  expect([desk.now(child, 'fullName'), desk.now(child, 'birthDate')]).toEqual(['Trần Gia Bách', '2026-11-02']);
  expect([desk.now(child, 'household'), desk.figure('births')]).toEqual(['h1', 1]);
});

test('opened twice to be mended, saved once: the second draft says so, and writes nobody a second time', async () => {
  const desk = openDesk(commune);
  const told = { ...groom, date: '2026-11-05', marital: 'single' };
  const first = await desk.record('move_in', 'h1', told);
  const facts = first.made('move_in');
  const second = await desk.formOf(...facts);
  await desk.mend(facts, { fullName: 'Đỗ Văn Lâm' });
  expect(await desk.stopped('move_in', 'h1', { ...second?.answers }, [], facts)).toEqual(['mended_already']);
  expect(desk.figure('move_in')).toBe(1);
  await desk.takeBack(...(desk.written()[0]?.facts ?? []));
  expect(await desk.stopped('move_in', 'h1', { ...second?.answers }, [], facts)).toEqual(['mended_already']);
  expect(desk.figure('move_in')).toBe(0);
});

test('a screened child keeps the screening when its birth is mended', async () => {
  const desk = openDesk(commune);
  const first = await desk.record('birth', 'h1', born);
  const [child = ''] = first.made('person');
  await desk.record('newborn_screen', 'h1', { person: child, date: '2026-11-03', heart: 'normal' });
  await desk.mend(first.made('birth'), { order: 3 }, ['birth_order_known']);
  expect(desk.facts('newborn_screen', child)).toHaveLength(1);
  expect(desk.facts('birth', child)).toMatchObject([{ order: 3 }]);
});

test('of twins that were one child the second goes', async () => {
  const desk = openDesk(commune);
  const twins = { ...born, multiple: true, sex2: 'female', hasThird: false };
  const first = await desk.record('birth', 'h1', twins);
  const [one = '', two = ''] = first.made('person');
  const { opened } = await desk.mend(first.made('birth'), { multiple: false });
  expect(opened.answers).toMatchObject({ multiple: true, sex2: 'female', hasThird: false });
  expect([desk.now(one, 'household'), desk.register.get(two)]).toEqual(['h1', undefined]);
  expect(desk.figure('births')).toBe(1);
});

test.each(isSent)('a death that was written of the wrong person becomes another’s (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  const first = await desk.record('death', 'h1', { person: 'p1', date: '2026-11-10' });
  if (sent) desk.send();
  await desk.mend(first.made('death'), { person: 'p3' });
  expect([desk.now('p1', 'status'), desk.now('p2', 'marital')]).toEqual(['active', 'married']);
  expect([desk.now('p3', 'status'), desk.figure('deaths')]).toEqual(['dead', 1]);
});

test.each(isSent)('a wedding that brought the groom is mended with all that was answered (sent: %s)', async (sent) => {
  const desk = openDesk([...commune]);
  const wedding = { person: 'q1', date: '2026-11-10', spouseFrom: 'arrives', ...groom, premaritalCheck: true };
  const first = await desk.record('marriage', 'h2', wedding, ['marriage_married_already']);
  const [lan = ''] = first.made('person');
  if (sent) desk.send();
  const line = desk.written()[0];
  const { opened } = await desk.mend(line?.facts ?? [], { date: '2026-11-12' }, ['marriage_married_already']);
  expect(opened.answers).toMatchObject({ spouseFrom: 'arrives', fullName: 'Đỗ Văn Lân', from: 'Xã Đông' });
  expect([desk.now(lan, 'household'), desk.now(lan, 'spouse'), desk.now('q1', 'spouse')]).toEqual(['h2', 'q1', lan]);
  expect([desk.figure('move_in'), desk.facts('marriage', lan).length]).toEqual([1, 1]);
  expect(desk.facts('move_in', lan)).toMatchObject([{ date: '2026-11-12' }]);
});

test('who was in the book before is still said to have been', async () => {
  const desk = openDesk(commune);
  const gone = await desk.record('move_out', 'h1', { person: 'p3', date: '2026-10-01' });
  desk.send();
  const back = { person: 'p3', wasHere: true, date: '2026-11-05', relation: 'parent', residence: 'usual_present' };
  const first = await desk.record('move_in', 'h1', back);
  const { opened } = await desk.mend(first.made('move_in'), { date: '2026-11-06' });
  expect(opened.answers).toMatchObject({ wasHere: true, person: 'p3', relation: 'parent' });
  expect([desk.facts('move_in', 'p3').length, gone.made('move_out').length]).toEqual([1, 1]);
  const stranger = { wasHere: false, fullName: 'Lê Thị Mơ', sex: 'female', birthDate: '1970' };
  await desk.mend(desk.written()[0]?.facts ?? [], stranger);
  expect([desk.now('p3', 'fullName'), desk.now('p3', 'status')]).toEqual(['Lê Thị Mận', 'left']);
  expect(desk.register.household('h1')?.people.map(({ name }) => name)).toContain('Lê Thị Mơ');
});

test.each(isSent)('a change of information is mended: what was before stays what it was (sent: %s)', async (sent) => {
  const desk = openDesk(commune);
  const { defaults } = desk.register.formContext('person_edit', 'h1', 'p3');
  const told = { ...defaults, isCorrection: false, date: '2026-11-03', education: 'primary', phone: '0912345678' };
  await desk.record('person_edit', 'h1', told);
  if (sent) desk.send();
  const { opened } = await desk.mend(desk.written()[0]?.facts ?? [], { education: 'college' });
  expect(opened.answers).toMatchObject({ isCorrection: false, date: '2026-11-03', education: 'primary' });
  expect([desk.now('p3', 'education'), desk.now('p3', 'phone')]).toEqual(['college', '0912345678']);
  const facts = desk.facts('change_info', 'p3');
  expect(facts).toHaveLength(2);
  expect(facts.find(({ field }) => field === 'education')).toMatchObject({ new: 'college', date: '2026-11-03' });
  expect(facts.find(({ field }) => field === 'education')?.old).toBeUndefined();
});

test.each(isSent)(
  'a mended change that is taken back leaves what stood before the first of it (sent: %s)',
  async (sent) => {
    const desk = openDesk(commune);
    const { defaults } = desk.register.formContext('person_edit', 'h1', 'p3');
    const told = { ...defaults, isCorrection: true, education: 'primary', phone: '0912345678' };
    await desk.record('person_edit', 'h1', { ...told, fullName: 'Lê Thị Mân' });
    if (sent) desk.send();
    await desk.mend(desk.written()[0]?.facts ?? [], { fullName: 'Lê Thị Mẩn' });
    await desk.takeBack(...(desk.written().find(({ isTakenBack }) => !isTakenBack)?.facts ?? []));
    const fields = ['fullName', 'education', 'phone'].map((field) => desk.now('p3', field) ?? null);
    expect(fields).toEqual(['Lê Thị Mận', null, null]);
  },
);

test('a mended save is taken back with one press: all is as it was first written', async () => {
  const desk = openDesk(commune);
  const first = await desk.record('death', 'h1', { person: 'p1', date: '2026-11-10' });
  const mended = await desk.mend(first.made('death'), { date: '2026-11-11' });
  await desk.undo(mended.transaction);
  expect(desk.facts('death', 'p1')).toMatchObject([{ date: '2026-11-10' }]);
  await desk.reopen();
  const again = await desk.mend(first.made('death'), { date: '2026-11-12' });
  desk.reopen();
  await desk.undo(again.transaction);
  expect(desk.facts('death', 'p1')).toMatchObject([{ date: '2026-11-10' }]);
});
