import { expect, test } from 'vitest';
import { inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone, twoPhones } from './invented-phone.ts';

/* "Mục chờ gửi": what waits is listed. "Cần sửa": what the hub refused is told with its reason, opened again with its answers, or given up. */

test('a birth that the hub refused is listed in words, opened as it was answered, and written anew', async () => {
  let isRefusing = true;
  const hub = await inventedHub((op) =>
    isRefusing && op.k === 'birth' ? { code: 'schema', field: 'order' } : undefined,
  );
  const { app } = await activatedPhone(hub.answer, officerCode);
  const [mother] = (await app.search('hoa', 20)).rows.filter(({ kind, sex }) => kind === 'person' && sex === 'female');
  if (mother === undefined) throw new Error('a woman is called Hoà');
  const born = {
    mother: mother.id,
    fullName: 'Trần Bảo An',
    sex: 'male',
    date: '2026-11-21',
    order: 2,
    deliveryPlace: 'home',
    multiple: false,
  };
  const asked = (await app.check('birth', mother.household, born)).map(({ check }) => check);
  expect(await app.record('birth', mother.household, born, asked)).toMatchObject({ ok: true });
  expect(await app.sync()).toMatchObject({ waiting: 0, mending: 1 });
  const [line] = (await app.outbox()).mending;
  expect(line).toMatchObject({ label: { vi: 'Sinh' }, canMend: true });
  expect(line?.names).toContain('Trần Bảo An');
  expect(line?.why.vi).toContain('Con thứ mấy của mẹ');

  const opened = await app.reopenSentBack(line?.transaction ?? 0);
  expect(opened).toMatchObject({ form: 'birth', where: mother.household, answers: born });
  isRefusing = false;
  const answers = { ...opened?.answers, order: 3 };
  expect(await app.record('birth', opened?.where ?? '', answers, asked)).toMatchObject({ ok: true });
  await app.dropSentBack(line?.transaction ?? 0);
  expect(await app.sync()).toMatchObject({ waiting: 0, mending: 0 });
  expect(await app.outbox()).toEqual({ mending: [], waiting: [], more: 0 });
  const children = (await app.household(mother.household))?.people.filter(({ name }) => name === 'Trần Bảo An');
  expect(children).toHaveLength(1);
});

test('a refused edit says whose it was; what is private is not said; given up, it is gone', async () => {
  const hub = await inventedHub((op) =>
    op.k === 'person' || op.k === 'pregnancy' ? { code: 'unknown_field' } : undefined,
  );
  const { app } = await activatedPhone(hub.answer, officerCode);
  const [hoa] = (await app.search('hoa', 20)).rows.filter(({ kind, sex }) => kind === 'person' && sex === 'female');
  if (hoa === undefined) throw new Error('a woman is called Hoà');
  const { defaults } = await app.formContext('person_edit', hoa.household, hoa.id);
  await app.record('person_edit', hoa.household, { ...defaults, isCorrection: true, phone: '0912345678' }, []);
  await app.record('pregnancy', hoa.household, { person: hoa.id, date: '2026-11-20', number: 2 }, [
    'pregnancy_open',
    'pregnancy_age',
  ]);
  await app.sync();
  const lines = (await app.outbox()).mending;
  expect(lines.map(({ label }) => label.vi)).toEqual(['Thay đổi thông tin của một người', 'Ghi ở trang riêng']);
  expect(lines.map(({ names }) => names)).toEqual([[hoa.name], [hoa.name]]);
  expect(await app.reopenSentBack(lines[0]?.transaction ?? 0)).toMatchObject({ answers: { phone: '0912345678' } });
  for (const { transaction } of lines) await app.dropSentBack(transaction);
  expect(await app.syncState()).toMatchObject({ mending: 0 });
});

test('what waits is listed act by act, with whose it is and the day to find it at; sent, it is listed no more', async () => {
  const hub = await inventedHub(() => undefined);
  let isOnline = true;
  const { app } = await activatedPhone(async (...asked) => {
    if (!isOnline) throw new TypeError('no network');
    return hub.answer(...asked);
  }, officerCode);
  await app.sync();
  isOnline = false;
  const [hoa] = (await app.search('hoa', 20)).rows.filter(({ kind, sex }) => kind === 'person' && sex === 'female');
  if (hoa === undefined) throw new Error('a woman is called Hoà');
  const { defaults } = await app.formContext('person_edit', hoa.household, hoa.id);
  await app.record('person_edit', hoa.household, { ...defaults, isCorrection: true, phone: '0912345678' }, []);
  await app.record('pregnancy', hoa.household, { person: hoa.id, date: '2026-11-20', number: 2 }, [
    'pregnancy_open',
    'pregnancy_age',
  ]);
  expect(await app.sync()).toMatchObject({ is: 'offline', waiting: 2 });
  const { waiting, mending, more } = await app.outbox();
  expect(waiting.map(({ label, names }) => [label.vi, ...names])).toEqual([
    ['Thay đổi thông tin của một người', hoa.name],
    ['Ghi ở trang riêng', hoa.name],
  ]);
  expect([mending, more]).toEqual([[], 0]);
  const [edit] = waiting;
  const found = await app.writtenOn(edit?.day ?? '');
  expect(found.map(({ standing, names }) => [standing, ...names])).toEqual([['waiting', hoa.name]]);
  isOnline = true;
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect((await app.outbox()).waiting).toEqual([]);
});

test('a visit of nobody in particular, and an edit of a household, say which household', async () => {
  let isOnline = true;
  const hub = await inventedHub((op) => (op.k === 'household' ? { code: 'schema', field: 'address' } : undefined));
  const { app } = await activatedPhone(async (...asked) => {
    if (!isOnline) throw new TypeError('no network');
    return hub.answer(...asked);
  }, officerCode);
  await app.sync();
  const [hoa] = (await app.search('hoa', 20)).rows.filter(({ kind }) => kind === 'person');
  const home = await app.household(hoa?.household ?? '');
  if (home === undefined) throw new Error('somebody is called Hoà');
  const { defaults } = await app.formContext('household_edit', home.id);
  await app.record('household_edit', home.id, { ...defaults, isCorrection: true, address: 'Xóm Mới' }, []);
  await app.sync();
  isOnline = false;
  await app.record('visit', home.id, { date: '2026-11-21', kind: 'call', topics: [] }, []);
  const { mending, waiting } = await app.outbox();
  const said = [...mending, ...waiting].map(({ names, householdNumber }) => [names, householdNumber]);
  expect(said).toEqual([
    [[], home.number],
    [[], home.number],
  ]);
});

test('what was refused of a household that went from this phone says what was written, and opens no form that cannot be', async () => {
  const { collaborator, officer, meet } = await twoPhones();
  const [hoa] = (await collaborator.search('hoa', 20)).rows.filter(({ kind }) => kind === 'person');
  if (hoa === undefined) throw new Error('somebody is called Hoà');
  const { defaults } = await collaborator.formContext('person_edit', hoa.household, hoa.id);
  const told = { ...defaults, isCorrection: true, fullName: 'Nguyễn Thị Hoa Mai', phone: '0912345678' };
  const edited = await collaborator.record('person_edit', hoa.household, told, []);
  expect(edited.ok).toBe(true);
  const away = { person: hoa.id, date: '2026-11-21' };
  const absent = await collaborator.record('away', hoa.household, away, []);
  expect(absent).toMatchObject({ ok: true });
  const village = 'u99001v002';
  const moved = { is: 'move', household: hoa.household, village, date: '2026-11-20', number: null } as const;
  expect(await officer.act(moved, [])).toMatchObject({ ok: true });
  await officer.sync();
  await meet();
  const [line, absence] = (await collaborator.outbox()).mending;
  expect(line).toMatchObject({
    canMend: false,
    isAway: true,
    why: { vi: expect.stringContaining('báo cán bộ dân số xã') },
  });
  // By the words of the field that changed, not by its key.
  expect(absence?.told.map(({ label, value }) => `${label.vi}: ${value.vi}`)).toEqual([
    'Ngày thay đổi: 21/11/2026',
    'Tình trạng cư trú: Thực tế thường trú, tạm vắng',
    'Tạm vắng từ ngày: 21/11/2026',
  ]);
  expect(line?.told.map(({ label, value }) => `${label.vi}: ${value.vi}`)).toEqual([
    'Họ và tên: Nguyễn Thị Hoa Mai',
    'Số điện thoại: 0912345678',
  ]);
  for (const one of [edited, absent]) if (one.ok) await collaborator.undo(one.value.transaction);
  expect(await collaborator.syncState()).toMatchObject({ waiting: 0, mending: 0 });
  expect((await collaborator.outbox()).mending).toEqual([]);
});
