import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeFeed } from '../../../server/figures/feed.ts';
import { askShelf } from '../../../server/figures/thread-codec.ts';
import type { Fields } from '../../../src/domain/value.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine, type TestBench } from '../engines.ts';
import { activatePhone } from '../phone.ts';
import { openSite } from '../site.ts';
import { birthDay, birthDrafts, monthFrom, motherDrafts, thisMonth } from './one-birth.ts';

/** Values of one indicator over a month, by place. */
async function cellsOf(
  { hub }: TestBench,
  book: string,
  indicator: string,
  month = thisMonth,
): Promise<Record<string, number | null>> {
  const rows = await hub().database.transaction(undefined, (tx) =>
    tx
      .selectFrom('cell')
      .select(['place', 'value'])
      .where('book', '=', book)
      .where('period', '=', month)
      .where('indicator', '=', indicator)
      .execute(),
  );
  return Object.fromEntries(rows.map(({ place, value }) => [place, value]));
}

onEachEngine('cells', (bench) => {
  const { hub } = bench;

  async function begin() {
    const opened = openSite(hub());
    const commune = await foundTestCommune(hub());
    const [village] = commune.villages;
    const phone = await activatePhone(opened.request, await commune.officerCode());
    await phone.upload((await phone.write(motherDrafts(village))).envelope.bytes);
    return { ...opened, commune, phone, village };
  }

  async function beginWithBirth() {
    const begun = await begin();
    const { phone, village } = begun;
    await phone.upload((await phone.write(birthDrafts(village, phone.activation.device))).envelope.bytes);
    return begun;
  }

  test('cells follow the envelopes, for each village and the commune, and a mended birth moves them', async () => {
    const { site, commune, phone, village } = await beginWithBirth();
    await site.figures.settle();
    const cells = (indicator: string) => cellsOf(bench, commune.book, indicator);
    const [, empty] = commune.villages;
    expect(await cells('births')).toEqual({ [commune.commune]: 1, [village]: 1, [empty]: 0 });
    expect(await cells('pop_end')).toEqual({ [commune.commune]: 2, [village]: 2, [empty]: 0 });
    const birth = `${phone.activation.device}.4`;
    const child = `${phone.activation.device}.3`;
    const reason = { reason: 'ghi nhầm' };
    const taken = [
      { kind: 'birth', id: birth, place: village, void: reason },
      { kind: 'person', id: child, place: village, void: reason },
    ];
    await phone.upload((await phone.write(taken)).envelope.bytes);
    await site.figures.settle();
    expect(await cells('births')).toEqual({ [commune.commune]: 0, [village]: 0, [empty]: 0 });
    expect(await cells('pop_end')).toEqual({ [commune.commune]: 1, [village]: 1, [empty]: 0 });
    const left = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('dirty').selectAll().where('book', '=', commune.book).execute(),
    );
    expect(left).toEqual([]);
  });

  test('a thread of registers that ends while a page is read fails its question, and nothing else of the hub', async () => {
    const { site, commune } = await begin();
    await site.figures.settle();
    const unheard: unknown[] = [];
    const hear = (error: unknown) => void unheard.push(error);
    process.on('unhandledRejection', hear);
    const ended = () => Promise.reject(new Error('the thread has ended'));
    const shelf = askShelf((name) => (name === 'open' ? Promise.resolve(0) : ended()));
    await expect(makeFeed(hub(), shelf).bring(commune.book)).rejects.toThrow('the thread has ended');
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });

  test('cells follow by themselves, within 2 s of the answer, once the register stands in memory', async () => {
    const { site, commune, phone, village } = await begin();
    await site.figures.settle();
    await phone.upload((await phone.write(birthDrafts(village, phone.activation.device))).envelope.bytes);
    const answeredAt = performance.now();
    const isThere = async () => (await cellsOf(bench, commune.book, 'births'))[village] === 1;
    while (!(await isThere()) && performance.now() - answeredAt < 10_000) await setImmediate();
    expect(performance.now() - answeredAt).toBeLessThan(2_000);
  });

  test('cells follow a household that turns out to stand in another village', async () => {
    const { site, commune, phone, village } = await beginWithBirth();
    await site.figures.settle();
    const [, other] = commune.villages;
    const moved = { kind: 'household', id: `${phone.activation.device}.1`, place: other, put: { number: 8 } };
    await phone.upload((await phone.write([moved])).envelope.bytes);
    await site.figures.settle();
    const [births, people] = [
      await cellsOf(bench, commune.book, 'births'),
      await cellsOf(bench, commune.book, 'pop_end'),
    ];
    expect([births, people]).toEqual([
      { [commune.commune]: 1, [village]: 0, [other]: 1 },
      { [commune.commune]: 2, [village]: 0, [other]: 2 },
    ]);
  });

  test('what reaches back behind its own day moves the months before it: two records joined, a couple of long ago', async () => {
    const { site, commune, phone, village } = await begin();
    const [device, lastMonth] = [phone.activation.device, monthFrom(-1)];
    const opening = { household: `${device}.1`, residence: 'usual_present', marital: 'married', status: 'active' };
    const written = { fullName: 'Nguyễn Thị Hòa', sex: 'female', birthDate: '1999', relation: 'other', ...opening };
    const husband = { fullName: 'Trần Văn Đức', sex: 'male', birthDate: '1995', relation: 'other', ...opening };
    const began = { date: `${lastMonth}-10`, method: 'iud' };
    await phone.upload(
      (
        await phone.write([
          { kind: 'person', place: village, put: written },
          { kind: 'person', place: village, put: husband },
          { kind: 'death', place: village, add: { date: `${lastMonth}-05`, person: `${device}.4` } },
          { kind: 'method_start', place: village, add: { ...began, person: `${device}.2` } },
        ])
      ).envelope.bytes,
    );
    await site.figures.settle();
    const told = async () => [
      (await cellsOf(bench, commune.book, 'pop_end', lastMonth))[village],
      (await cellsOf(bench, commune.book, 'new_users[iud]', lastMonth))[village],
    ];
    expect(await told()).toEqual([2, 1]);
    const save = async (kind: string, fields: Fields) => {
      const add = { date: birthDay, person: `${device}.2`, ...fields };
      await phone.upload((await phone.write([{ kind, place: village, add }])).envelope.bytes);
      await site.figures.settle();
    };
    await save('alias', { other: `${device}.3` });
    expect(await told()).toEqual([1, 1]);
    await save('couple', { spouse: `${device}.4`, fromStart: true });
    expect(await told()).toEqual([1, 0]);
  });

  test("cells follow a child whose own birth date was mended to another month than its birth's", async () => {
    const { site, commune, phone, village } = await beginWithBirth();
    const id = `${phone.activation.device}.3`;
    const mend = async (field: string, value: string, seen: string) => {
      const draft = { kind: 'person', id, place: village, put: { [field]: value }, seen: { [field]: [seen] } };
      await phone.upload((await phone.write([draft])).envelope.bytes);
      await site.figures.settle();
    };
    await mend('birthDate', `${monthFrom(1)}-05`, id);
    await mend('sex', 'female', id);
    expect(await cellsOf(bench, commune.book, 'births_m')).toMatchObject({ [commune.commune]: 0, [village]: 0 });
    expect(await cellsOf(bench, commune.book, 'births_f')).toMatchObject({ [commune.commune]: 1, [village]: 1 });
  });
});
