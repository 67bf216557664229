import { expect, test } from 'vitest';
import { household, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* One woman, two husbands, one after the other: what of the first is taken back leaves the second as it is. */

const grown = (id: string, sex: string, home: string, more: object = {}) =>
  resident(id, { fullName: id, sex, birthDate: '1990-01-01', marital: 'single', household: home, ...more });
const commune = [
  household('h6', 6),
  household('h7', 7),
  household('h8', 8),
  grown('Mai', 'female', 'h6', { relation: 'child' }),
  grown('Ba', 'male', 'h6', { relation: 'head' }),
  grown('Cường', 'male', 'h7', { relation: 'child' }),
  grown('Toàn', 'male', 'h8', { relation: 'child' }),
  grown('Quỳnh', 'female', 'h8', { relation: 'head' }),
];
type Desk = ReturnType<typeof openDesk>;
const joining = (person: string, date: string, more: object = {}) => ({
  person,
  spouse: 'Mai',
  date,
  spouseFrom: 'in_book',
  joins: true,
  relation: 'daughter_in_law',
  ...more,
});
const home = (desk: Desk) => [desk.now('Mai', 'household'), desk.now('Mai', 'relation')];
const couples = (desk: Desk, ...ids: readonly string[]) => ids.map((id) => desk.now(id, 'spouse') ?? null);

async function marriedTwice(isSent: boolean) {
  const desk = openDesk(commune);
  const first = await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  const parted = await desk.record('divorce', 'h7', { person: 'Mai', date: '2026-05-01' });
  const second = await desk.record('marriage', 'h8', joining('Toàn', '2026-08-01'));
  if (isSent) desk.send();
  const [divorce = '', again = ''] = [...parted.made('divorce'), ...second.made('marriage')];
  return { desk, first, divorce, again };
}

test.each([false, true])(
  'the first wedding is taken back: she stays what she is in the second house (sent: %s)',
  async (isSent) => {
    const { desk, first } = await marriedTwice(isSent);
    await desk.takeBack(...first.made('marriage'), ...first.made('move_internal'));
    expect(home(desk)).toEqual(['h8', 'daughter_in_law']);
  },
);

test('undone at once from the page of the day, too', async () => {
  const { desk, first } = await marriedTwice(false);
  await desk.undo(first.transaction);
  expect(home(desk)).toEqual(['h8', 'daughter_in_law']);
});

test('the first wedding is mended: she stays what she is in the second house', async () => {
  const desk = openDesk(commune);
  const first = await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  await desk.record('divorce', 'h7', { person: 'Mai', date: '2026-05-01' });
  await desk.record('marriage', 'h8', joining('Toàn', '2026-08-01', { relation: 'other' }));
  await desk.mend(first.made('marriage').concat(first.made('move_internal')), { date: '2026-03-02' });
  expect(home(desk)).toEqual(['h8', 'other']);
});

test.each([false, true])(
  'what she is in his house goes with the move there, not with the wedding (sent: %s)',
  async (isSent) => {
    const desk = openDesk(commune);
    const { made } = await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
    if (isSent) desk.send();
    await desk.takeBack(...made('marriage'));
    expect([...home(desk), ...couples(desk, 'Mai')]).toEqual(['h7', 'daughter_in_law', null]);
    await desk.takeBack(...made('move_internal'));
    expect(home(desk)).toEqual(['h6', 'child']);
  },
);

test('the wedding and the move of one act go together, with the relation', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  await desk.takeBack(...made('marriage'), ...made('move_internal'));
  expect([...home(desk), ...couples(desk, 'Mai')]).toEqual(['h6', 'child', null]);
});

test('a spouse of whom nobody knows more than the name is a second one, too; a divorce is mended all the same', async () => {
  const desk = openDesk(commune);
  await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  const { made } = await desk.record('divorce', 'h7', { person: 'Mai', date: '2026-05-01' });
  await desk.record('marriage', 'h7', {
    person: 'Cường',
    date: '2026-08-01',
    spouseFrom: 'elsewhere',
    spouseName: 'Lý Thị Xuân',
  });
  const [divorce = ''] = made('divorce');
  expect((await desk.judgeTakeBack(divorce)).held).toContain('Sau đó Cường đã kết hôn lần khác');
  await desk.mend([divorce], { date: '2026-05-02' });
  expect(desk.facts('divorce', 'Mai')).toMatchObject([{ date: '2026-05-02' }]);
});

test('a death is taken back while the widow is alone, and not once she has married again', async () => {
  const desk = openDesk(commune);
  await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  const { made } = await desk.record('death', 'h7', { person: 'Cường', date: '2026-05-01' });
  expect((await desk.judgeTakeBack(...made('death'))).held).toBeUndefined();
  await desk.record('marriage', 'h8', joining('Toàn', '2026-08-01'));
  expect((await desk.judgeTakeBack(...made('death'))).held).toContain('Sau đó Mai đã kết hôn lần khác');
});

test('a divorce after which she married again does not go: it says what goes first', async () => {
  for (const isSent of [false, true]) {
    const { desk, divorce, again } = await marriedTwice(isSent);
    const words =
      'Sau đó Mai đã kết hôn lần khác: rút lại việc này thì sổ ghi hai vợ hoặc hai chồng cùng một lúc. Hãy rút lại lần kết hôn ấy trước.';
    expect((await desk.judgeTakeBack(divorce)).held).toBe(words);
    await expect(desk.takeBack(divorce)).rejects.toThrow(words);
    expect(couples(desk, 'Mai', 'Toàn', 'Cường')).toEqual(['Toàn', 'Mai', null]);
    await desk.takeBack(again);
    await desk.takeBack(divorce);
    expect(couples(desk, 'Mai', 'Toàn', 'Cường')).toEqual(['Cường', null, 'Mai']);
  }
});

test('a divorce of the first husband that is heard of only after her second wedding leaves the second marriage alone', async () => {
  const desk = openDesk(commune);
  await desk.record('marriage', 'h7', joining('Cường', '2026-03-01'));
  const again = joining('Toàn', '2026-08-01');
  await desk.record(
    'marriage',
    'h8',
    again,
    desk.check('marriage', 'h8', { ...again, premaritalCheck: null, closeKin: null }),
  );
  // The court's paper bears a day after the wedding.
  await desk.record('divorce', 'h7', { person: 'Cường', date: '2026-09-01' });
  expect([desk.now('Cường', 'marital'), desk.now('Mai', 'marital'), desk.now('Toàn', 'marital')]).toEqual([
    'divorced',
    'married',
    'married',
  ]);
  expect(couples(desk, 'Mai', 'Toàn', 'Cường')).toEqual(['Toàn', 'Mai', null]);
});
