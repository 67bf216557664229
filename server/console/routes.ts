import type { ReportCase } from '../../src/domain/figure/report.ts';
import type { Role } from '../../src/sync/activation.ts';
import {
  type AsideAnswer,
  type CasesAnswer,
  groundCharacters,
  type NamesAnswer,
  type ReportAnswer,
  type RoadFileAnswer,
} from '../../src/sync/console-api.ts';
import { utf8 } from '../../src/sync/wire/bytes.ts';
import { maxRoadFileBytes } from '../../src/sync/wire/road-file.ts';
import { hubChain } from '../durable/audit-chain.ts';
import { readJson } from '../http/body.ts';
import { type Asked, json, type Route } from '../http/route.ts';
import type { Hub } from '../hub.ts';
import { takeRoadFile } from '../sync/proof/take-road-file.ts';
import { unitsBench } from '../sync/units/units-routes.ts';
import { listAsideDevices } from '../sync/waiting/aside-devices.ts';

interface FigureAddress {
  readonly book: string;
  readonly form: string;
  readonly row: string;
  readonly period: string;
}

/** Exact figures, small ones too, go to who receives and approves reports, and each access is logged; a viewer gets none. */
export const exactRoles: readonly Role[] = ['approver', 'administrator'];

export const consoleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/report',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }, { user }) {
      const { book, form, period } = readAddress((name) => url.searchParams.get(name));
      const report = await site.figures.report(book, form, period);
      if (report !== undefined) await logLook(site.hub, { book, actor: user.name, action: 'report' }, form, period);
      return report === undefined ? absent() : json(report satisfies ReportAnswer);
    },
  },
  {
    method: 'GET',
    path: '/api/cases',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }, { user }) {
      const { book, form, row, period } = readAddress((name) => url.searchParams.get(name));
      const cases = await site.figures.cases(book, form, row, period);
      if (cases !== undefined)
        await logLook(site.hub, { book, actor: user.name, action: 'cases' }, form, row, period, `(${cases.length})`);
      const hide = site.figures.isPrivate(form, row, period) ? villageOnly : withoutName;
      return cases === undefined ? absent() : json({ cases: cases.map(hide) } satisfies CasesAnswer);
    },
  },
  {
    method: 'POST',
    path: '/api/names',
    access: 'console',
    roles: exactRoles,
    handle: (asked, session) => answerNames(asked, session.user.name),
  },
  {
    method: 'GET',
    path: '/api/aside',
    access: 'console',
    roles: exactRoles,
    async handle({ site: { hub }, url }) {
      const book = url.searchParams.get('book') ?? '';
      const devices = await hub.database.transaction({ book, places: [] }, async (tx) => {
        const known = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
        return known === undefined ? undefined : listAsideDevices(tx, book);
      });
      return devices === undefined ? absent() : json({ devices } satisfies AsideAnswer);
    },
  },
  {
    method: 'POST',
    path: '/api/road-file',
    access: 'console',
    roles: exactRoles,
    // As JSON a file of the most bytes is a little longer: two more for each end of a line.
    longBody: {
      most: 1.1 * maxRoadFileBytes,
      refusal: { is: 'refused', why: 'too_large' } satisfies RoadFileAnswer,
    },
    async handle({ site, body }, { user }) {
      const text = readJson(body)?.text;
      const bytes = utf8(typeof text === 'string' ? text : '');
      const answer = await takeRoadFile(unitsBench(site), bytes);
      const object = answer.is === 'taken' ? `${answer.taken}/${answer.of}` : answer.why;
      const who = { book: hubChain, actor: user.name, device: '' };
      await site.hub.run({ is: 'audit', at: site.hub.now(), ...who, action: 'road_file', object, ground: '' });
      return json(answer);
    },
  },
];

/** Who read which figures: in the commune's chain before they leave the hub. */
export function logLook(
  hub: Hub,
  who: { readonly book: string; readonly actor: string; readonly action: string },
  ...object: readonly string[]
): Promise<null> {
  return hub.run({ is: 'audit', at: hub.now(), ...who, device: '', object: object.join(' '), ground: '' });
}

/** Names above the commune: the ground is in the audit chain before a name leaves the hub. */
async function answerNames({ site: { hub, figures }, body }: Asked, actor: string): Promise<Response> {
  const request = readJson(body) ?? {};
  const { book, form, row, period } = readAddress((name) => request[name]);
  const ground = typeof request.ground === 'string' ? request.ground.normalize('NFC').trim() : '';
  const { length } = [...ground];
  if (length < groundCharacters.fewest || length > groundCharacters.most) {
    return json({ is: 'refused', why: 'ground' } satisfies NamesAnswer);
  }
  const cases = await figures.cases(book, form, row, period);
  if (cases === undefined) return absent();
  const object = `${form} ${row} ${period} (${cases.length})`;
  await hub.run({ is: 'audit', at: hub.now(), book, actor, device: '', action: 'names', object, ground });
  return json({ is: 'named', cases } satisfies NamesAnswer);
}

function readAddress(read: (name: string) => unknown): FigureAddress {
  const text = (name: string) => {
    const value = read(name);
    return typeof value === 'string' ? value : '';
  };
  return { book: text('book'), form: text('form'), row: text('row'), period: text('period') };
}

export function withoutName(one: ReportCase): ReportCase {
  return { ...one, name: '' };
}

/** Of what is private to people a household is as good as a name: only where they live in general is told. */
function villageOnly({ villageName }: ReportCase): ReportCase {
  return { record: '', person: '', household: '', householdNumber: '', villageName, date: '', sex: '', name: '' };
}

/** A commune of another hub, an unknown form and an impossible period answer alike. */
export function absent(): Response {
  return json({ error: 'not_found' }, 404);
}
