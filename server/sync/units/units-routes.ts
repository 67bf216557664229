import { isDrawer } from '../../../src/sync/records/drawer.ts';
import type { DeviceScope, UnitsAnswer, UnitsChange, UnitsRequest } from '../../../src/sync/units-change.ts';
import { isId, isObject, isPlainText } from '../../../src/sync/wire/bounds.ts';
import { listUnits } from '../../auth/activation.ts';
import { readJson } from '../../http/body.ts';
import { json, type Route, type Site } from '../../http/route.ts';
import { changeUnits } from './change-units.ts';
import { readFormerBooks } from './merge-books.ts';
import type { UnitsBench } from './units-bench.ts';

/** What phones ask about villages: how they stand, and, for the officer, that they change. */
export const unitsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sync/scope',
    access: 'device',
    statuses: ['active'],
    async handle({ site: { hub } }, { book, epoch, places }) {
      const scope = await hub.database.transaction(
        undefined,
        async (tx): Promise<DeviceScope> => ({
          epoch,
          book,
          formerBooks: await readFormerBooks(tx, book),
          places: places.filter((place) => !isDrawer(place)),
          units: await listUnits(tx, book, places),
        }),
      );
      return json(scope);
    },
  },
  {
    method: 'POST',
    path: '/sync/units',
    access: 'device',
    statuses: ['active'],
    async handle({ site, body }, { id: device, book, role }) {
      const request = readRequest(readJson(body));
      if (role !== 'officer') return json({ refused: 'role' } satisfies UnitsAnswer);
      if (request === undefined) return json({ refused: 'bad_request' } satisfies UnitsAnswer);
      const changed = await changeUnits(unitsBench(site), { ...request, book, device });
      return json((changed.ok ? { done: changed.value } : { refused: changed.error }) satisfies UnitsAnswer);
    },
  },
];

export function unitsBench({ hub, figures }: Pick<Site, 'hub' | 'figures'>): UnitsBench {
  return { hub, onWritten: figures.wake };
}

const mostHouseholds = 20_000;

/** `undefined` for anything that is no whole request. */
function readRequest(asked: { readonly [key: string]: unknown } | undefined): UnitsRequest | undefined {
  const change = asked === undefined ? undefined : readChange(asked.change);
  return isId(asked?.id) && change !== undefined ? { id: asked.id, change } : undefined;
}

function readChange(change: unknown): UnitsChange | undefined {
  if (!isObject(change)) return undefined;
  const { is, unit, into, name, date, households, keepers } = change;
  if (is === 'undo') return isId(change.change) ? { is, change: change.change } : undefined;
  if (!isId(unit)) return undefined;
  if (is === 'rename') return isPlainText(name) ? { is, unit, name } : undefined;
  if (!isDay(date)) return undefined;
  if (is === 'join') return isId(into) ? { is, unit, into, date } : undefined;
  if (is !== 'split' || !isPlainText(name) || typeof keepers !== 'boolean' || !isIds(households)) return undefined;
  return { is, unit, name, date, households, keepers };
}

function isIds(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length <= mostHouseholds && value.every(isId);
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}
