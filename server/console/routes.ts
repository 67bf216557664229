import type { ReportCase } from '../../src/domain/figure/report.ts';
import { type CasesAnswer, groundCharacters, type NamesAnswer, type ReportAnswer } from '../../src/sync/console-api.ts';
import { consoleRoles } from '../auth/routes.ts';
import { readJson } from '../http/body.ts';
import { type Asked, json, type Route } from '../http/route.ts';

interface FigureAddress {
  readonly book: string;
  readonly form: string;
  readonly row: string;
  readonly period: string;
}

export const consoleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/report',
    access: 'console',
    roles: consoleRoles,
    async handle({ site, url }) {
      const { book, form, period } = readAddress((name) => url.searchParams.get(name));
      const report = await site.figures.report(book, form, period);
      return report === undefined ? absent() : json(report satisfies ReportAnswer);
    },
  },
  {
    method: 'GET',
    path: '/api/cases',
    access: 'console',
    roles: consoleRoles,
    async handle({ site, url }) {
      const { book, form, row, period } = readAddress((name) => url.searchParams.get(name));
      const cases = await site.figures.cases(book, form, row, period);
      const hide = site.figures.isPrivate(form, row, period) ? villageOnly : withoutName;
      return cases === undefined ? absent() : json({ cases: cases.map(hide) } satisfies CasesAnswer);
    },
  },
  {
    method: 'POST',
    path: '/api/names',
    access: 'console',
    roles: ['approver', 'administrator'],
    handle: (asked, session) => answerNames(asked, session.user.name),
  },
];

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

function withoutName(one: ReportCase): ReportCase {
  return { ...one, name: '' };
}

/** Of what is private to people a household is as good as a name: only where they live in general is told. */
function villageOnly({ villageName }: ReportCase): ReportCase {
  return { record: '', person: '', household: '', householdNumber: '', villageName, date: '', sex: '', name: '' };
}

/** A commune of another hub, an unknown form and an impossible period answer alike. */
function absent(): Response {
  return json({ error: 'not_found' }, 404);
}
