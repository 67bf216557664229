import { catalogue } from '../../src/catalogue/index.ts';
import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import { type Period, readPeriod } from '../../src/domain/calendar/period.ts';
import type { ChangedRow, Closing } from '../../src/domain/figure/closing/closing.ts';
import { verdictKind } from '../../src/register/figures/closing/frozen-content.ts';
import { formsFor, isStockForm } from '../../src/register/figures/closing/reported.ts';
import { deadlineOf } from '../../src/register/figures/due/reports-due.ts';
import {
  type ClosingAnswer,
  type ClosingsAnswer,
  type CommuneReport,
  type JudgedAnswer,
  type MovesAnswer,
  reasonCharacters,
  type UpperAnswer,
} from '../../src/sync/console-api.ts';
import { listCommunes } from '../auth/communes.ts';
import { keepsStores, readClosings, readHandedIn } from '../figures/closing/read-closings.ts';
import { upperReport } from '../figures/closing/upper-report.ts';
import { readJson } from '../http/body.ts';
import { type Asked, json, type Route } from '../http/route.ts';
import type { Hub } from '../hub.ts';
import { writeAsHub } from '../sync/founding/write-as-hub.ts';
import { absent, exactRoles, logLook, withoutName } from './routes.ts';

/* Reports that communes handed in: who has and who has not, one of them beside what the hub counts, and the answer to it. */

/** Lines behind one number that leave the hub at once. */
const mostMoves = 500;

export const closingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/closings',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }) {
      const period = readPeriod(url.searchParams.get('period') ?? '');
      return period.ok
        ? json({ reports: await listReports(site.hub, period.value) } satisfies ClosingsAnswer)
        : absent();
    },
  },
  {
    method: 'GET',
    path: '/api/closing',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }, { user }) {
      const [book, id] = [url.searchParams.get('book') ?? '', url.searchParams.get('id') ?? ''];
      const found = await site.figures.closing(book, id);
      if (found === undefined) return absent();
      const { form, period, version } = found.closing;
      await logLook(site.hub, { book, actor: user.name, action: 'reconcile' }, form, period, `v${version}`);
      const hidden = { ...found, changes: found.changes.map(hideNames), before: found.before.map(hideNames) };
      return json(hidden satisfies ClosingAnswer);
    },
  },
  {
    method: 'GET',
    path: '/api/closing-moves',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }, { user }) {
      const [book = '', id = '', row = ''] = ['book', 'id', 'row'].map((name) => url.searchParams.get(name) ?? '');
      const closing = await findClosing(site.hub, book, id);
      const moves = closing && (await site.figures.frozenMoves(book, id, row, mostMoves));
      if (closing === undefined || moves === undefined) return absent();
      const { form, period, version } = closing;
      await logLook(site.hub, { book, actor: user.name, action: 'closing_moves' }, form, period, `v${version}`, row);
      return json(moves satisfies MovesAnswer);
    },
  },
  {
    method: 'GET',
    path: '/api/upper',
    access: 'console',
    roles: exactRoles,
    async handle({ site: { hub }, url }, { user }) {
      const period = readPeriod(url.searchParams.get('period') ?? '');
      const upper = period.ok ? await upperReport(hub, period.value) : undefined;
      if (upper === undefined) return absent();
      for (const { book, closing, values } of upper.columns) {
        if (closing === undefined || values.length === 0) continue;
        const { form, period: of, version } = closing;
        await logLook(hub, { book, actor: user.name, action: 'upper_report' }, form, of, `v${version}`);
      }
      return json(upper satisfies UpperAnswer);
    },
  },
  {
    method: 'POST',
    path: '/api/closing',
    access: 'console',
    roles: exactRoles,
    handle: (asked, { user }) => judge(asked, user),
  },
];

/** Of each commune what it hands in for the period; of its stores, where it keeps them in this book. */
async function listReports(hub: Hub, period: Period): Promise<readonly CommuneReport[]> {
  const forms = formsFor(catalogue.reports, period);
  if (forms.length === 0) return [];
  const communes = await hub.database.transaction(undefined, listCommunes);
  const reports: CommuneReport[] = [];
  for (const { book } of communes) {
    const { answering } = await readHandedIn(hub, book);
    const hasStores = forms.some(isStockForm) && (await keepsStores(hub, book));
    for (const form of forms) {
      const due = { form: form.code, period: period.text, ...deadlineOf(period) };
      for (const { closing, place: _, ...of } of answering(form.code, period)) {
        if (closing === undefined && isStockForm(form) && !hasStores) continue;
        reports.push({ ...of, ...due, ...(closing && { closing }) });
      }
    }
  }
  return reports;
}

function hideNames(row: ChangedRow): ChangedRow {
  return { ...row, cases: row.cases.map((one) => ({ ...one, who: withoutName(one.who) })) };
}

async function findClosing(hub: Hub, book: string, id: string): Promise<Closing | undefined> {
  return (await isBook(hub, book)) ? (await readClosings(hub, book)).find((one) => one.id === id) : undefined;
}

/** A verdict is a fact of the book, which phones learn by sync; and it is in the commune's audit chain. */
async function judge({ site: { hub }, body }: Asked, user: { readonly name: string; readonly fullName: string }) {
  const asked = readJson(body) ?? {};
  const text = (key: string) => (typeof asked[key] === 'string' ? asked[key].normalize('NFC').trim() : '');
  const [book, id, outcome, reason] = [text('book'), text('id'), text('outcome'), text('reason')];
  const refuse = (why: Extract<JudgedAnswer, { is: 'refused' }>['why']) =>
    json({ is: 'refused', why } satisfies JudgedAnswer);
  const known = await findClosing(hub, book, id);
  if (known === undefined || (outcome !== 'received' && outcome !== 'returned')) return absent();
  const { length } = [...reason];
  if (length > reasonCharacters.most || (outcome === 'returned' && length < reasonCharacters.fewest))
    return refuse('reason');
  let isStale = false;
  await writeAsHub(hub, book, async () => {
    const now = await findClosing(hub, book, id);
    isStale = now === undefined || !mayBe(now, outcome);
    if (isStale) return [];
    const { form, period, version } = known;
    const object = `${form} ${period} v${version}`;
    const who = { book, actor: user.name, device: '' };
    await hub.run({ is: 'audit', at: hub.now(), ...who, action: `report_${outcome}`, object, ground: reason });
    const said = { date: civilDay(hub.now()), report: id, outcome, by: user.fullName };
    return [{ kind: verdictKind, place: known.place, add: { ...said, ...(reason !== '' && { reason }) } }];
  });
  return isStale ? refuse('stale') : json({ is: 'judged' } satisfies JudgedAnswer);
}

/** The version that stands: received from submitted, returned from either; a received one is so opened again. */
function mayBe({ isLatest, state }: Closing, outcome: 'received' | 'returned'): boolean {
  return isLatest && (outcome === 'received' ? state === 'submitted' : state !== 'returned');
}

async function isBook(hub: Hub, book: string): Promise<boolean> {
  const communes = await hub.database.transaction(undefined, listCommunes);
  return communes.some((one) => one.book === book);
}
