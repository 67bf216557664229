import { expect, test } from 'vitest';
import type { ReportTable } from '../../src/domain/figure/report.ts';
import { engines } from '../server/engines.ts';
import { makeRandom, type Random } from '../simulation/random.ts';
import { book, commune, type JourneyHub, openCommune, villages } from './commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from './phone.ts';

/*
 * Some weeks of work at random: births of any month, names, sexes and dates mended, births taken back, phones killed,
 * the hub started anew. In the end phones and hub hold the same book and say the same numbers, to the last case.
 */

const form = '01-DSX';
const periods = ['2026-01', '2026-02', '2026-09', '2026-10', '2026-11'];
const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-09-30', '2026-10-01', '2026-10-31', '2026-11-22'];
/** WEEK_STEPS=5000 makes it long. */
const steps = Number(process.env.WEEK_STEPS ?? 60);

interface Worker {
  readonly phone: JourneyPhone;
  readonly places: readonly string[];
  readonly saved: { readonly transaction: string; readonly child: string }[];
}

async function takeStep(random: Random, { phone, places, saved }: Worker, hub: JourneyHub): Promise<void> {
  const mine = saved.length === 0 ? undefined : random.pick(saved);
  const known = mine !== undefined && phone.work().session.store.shown(mine.child) !== undefined;
  const at = random.next();
  if (at < 0.4) {
    const household = random.pick(fertileHouseholds(phone, random.pick(places)));
    const sex = random.pick(['male', 'female']);
    saved.push(await recordBirth(phone, household, { sex, date: random.pick(days), multiple: random.chance(0.1) }));
  } else if (at < 0.6 && mine !== undefined && known) {
    const [field, value] = random.pick([
      ['sex', random.pick(['male', 'female'])],
      ['birthDate', random.pick(days)],
      ['fullName', `Nguyễn Thị ${random.pick(['An', 'Bình', 'Chi'])}`],
    ]);
    await phone.edit(mine.child, field ?? '', value ?? '');
  } else if (at < 0.7 && mine !== undefined) await phone.work().undo(mine.transaction);
  else if (at < 0.75) await phone.reopen();
  else if (at < 0.78) await hub.restart();
  else {
    expect(await phone.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
    // Sometimes the figures are worked out between two syncs, as on a quiet day.
    if (random.chance(0.5)) await hub.figures().settle();
  }
}

/** Each figure and the ids behind it, by which two books can be compared. */
async function told(
  report: ReportTable | undefined,
  cases: (row: string) => Promise<readonly { readonly record: string; readonly person: string }[] | undefined>,
) {
  if (report === undefined) throw new Error('there is a report');
  const rows = [...report.above, ...report.rows];
  const lists = await Promise.all(rows.map(async ({ row }) => cases(row)));
  return rows.map((row, index) => [row, lists[index]?.map(({ record, person }) => `${record} ${person}`)]);
}

function toldByPhone({ phone }: Worker, place: string, period: string) {
  const { register } = phone.work().session;
  const report = register.report(form, period, place);
  return told(report, async (row) => register.cases(form, row, period, place));
}

/** Values of the hub's cells for one place and month. */
async function cellsOf(hub: JourneyHub, place: string, period: string) {
  await hub.figures().settle();
  const rows = await hub
    .hub()
    .database.transaction(undefined, (tx) =>
      tx
        .selectFrom('cell')
        .select(['indicator', 'value'])
        .where('book', '=', book)
        .where('place', '=', place)
        .where('period', '=', period)
        .execute(),
    );
  return Object.fromEntries(rows.map(({ indicator, value }) => [indicator, value]));
}

async function comparePhonesWithHub(hub: JourneyHub, workers: readonly Worker[]): Promise<void> {
  const [officer] = workers;
  if (officer === undefined) throw new Error('a commune has an officer');
  const figures = hub.figures();
  for (const period of periods) {
    const report = await figures.report(book, form, period);
    const onHub = await told(report, (row) => figures.cases(book, form, row, period));
    expect(await toldByPhone(officer, commune, period)).toEqual(onHub);
    for (const worker of workers) {
      for (const place of worker.places) {
        expect(await toldByPhone(worker, place, period)).toEqual(await toldByPhone(officer, place, period));
        const { above, rows } = officer.phone.work().session.register.report(form, period, place);
        const values = Object.fromEntries([...above, ...rows].map(({ key, value }) => [key, value]));
        expect(await cellsOf(hub, place, period)).toEqual(values);
      }
    }
  }
}

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));

test.each(engines)(
  `three phones and the hub, on %s, seed ${seed}`,
  async (engine) => {
    const random = makeRandom(seed);
    const hub = await openCommune(engine);
    try {
      const join = async (code: string, places: readonly string[]): Promise<Worker> => {
        const phone = await openPhone(hub, code);
        await phone.sync();
        return { phone, places, saved: [] };
      };
      const workers = [
        await join(await hub.officerCode(), villages),
        await join(await hub.collaboratorCode('001'), villages.slice(0, 1)),
        await join(await hub.collaboratorCode('002'), villages.slice(1, 2)),
      ];
      for (let step = 0; step < steps; step++) await takeStep(random, random.pick(workers), hub);
      for (const { phone } of [...workers, ...workers]) {
        expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
      }
      await comparePhonesWithHub(hub, workers);
    } finally {
      await hub.close();
    }
  },
  Math.max(180_000, steps * 3_000),
);
