import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { readState } from '../../../server/figures/state-codec.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import type { Engine } from '../../server/engines.ts';
import { book, openCommune } from '../commune.ts';
import { type JourneyPhone, openPhone, syncUntilAgreed } from '../phone.ts';
import { openNeighbour } from './neighbour.ts';

const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-two-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Two communes of one hub: the officers of both, a collaborator of the first, and the command line between them. */
export async function openTwoCommunes(engine: Engine) {
  const hub = await openCommune(engine);
  const beside = await openNeighbour(hub);
  const lan = await openPhone(hub, await hub.officerCode());
  const mai = await openPhone(hub, await beside.officerCode());
  const thu = await openPhone(hub, await hub.collaboratorCode('003'));
  const phones = [lan, mai, thu];
  const units = (...words: readonly string[]) =>
    obeyUnits(unitsBench({ hub: hub.hub(), figures: hub.figures() }), [...words, '--data', scratch], () => {});
  const register = (phone: JourneyPhone) => phone.work().session.register;
  const figure = async (of: string, period: string) => {
    await hub.figures().settle();
    const { above = [] } = (await hub.figures().report(of, '01-DSX', period)) ?? {};
    return above.find(({ key }) => key === 'pop_end')?.value ?? 0;
  };
  const agree = () => syncUntilAgreed(hub, phones);
  await agree();
  return {
    ...{ hub, beside, lan, mai, thu, phones, units, register, agree },
    third: async () => {
      const far = await openNeighbour(hub, '99003', 'Xã Ba');
      phones.push(await openPhone(hub, await far.officerCode()));
      return far;
    },
    move: (from: string, village: string, into: string, date = '2026-11-25') =>
      units('move', '--place', from, '--village', village, '--into', into, '--from', date, '--unclosed'),
    /** People of the two communes at the end of a month. */
    people: async (period: string) => [await figure(book, period), await figure(beside.book, period)] as const,
    inTheirs: (village: string) => `${beside.commune}v${village}`,
    peopleOf: (phone: JourneyPhone, household: string) =>
      register(phone)
        .folk.members(household)
        .map(({ id }) => id),
    /** A household moves by the act of its own that officers use. */
    async moveHome(phone: JourneyPhone, household: string, village: string, date: string) {
      const { drafts } = planFor(register(phone), { is: 'move', household, village, date, number: null });
      await phone.work().save(drafts);
    },
    async stateIn(of: string, id: string) {
      const row = await hub
        .hub()
        .database.transaction(await hub.hub().wholeBook(of), (tx) =>
          tx.selectFrom('record').select('state').where('book', '=', of).where('id', '=', id).executeTakeFirst(),
        );
      return row && readState(row.state);
    },
  };
}
