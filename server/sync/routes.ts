import type { EnvelopeHeader } from '../../src/sync/envelope.ts';
import { splitUpload } from '../../src/sync/hub/accept.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import type { Told } from '../../src/sync/ports.ts';
import type { SignedVerdict } from '../../src/sync/verdict.ts';
import { isId, mostPlacesAsked } from '../../src/sync/wire/bounds.ts';
import type { Changes } from '../../src/sync/wire/changes.ts';
import { deviceHeaders } from '../../src/sync/wire/device-request.ts';
import { parseEnvelope } from '../../src/sync/wire/envelope-bytes.ts';
import { shorten } from '../../src/sync/wire/upload-bytes.ts';
import { openVerdict } from '../../src/sync/wire/verdict-bytes.ts';
import { packed } from '../http/packed.ts';
import { json, type Route } from '../http/route.ts';
import type { Hub } from '../hub.ts';
import { readChanges, readPlaces } from './changes.ts';
import { findDevice } from './device-rows.ts';
import { sha256 } from './hash.ts';
import { followUnits } from './units/follow-units.ts';
import { shareWritten } from './units/move/share-records.ts';
import type { UnitsBench } from './units/units-bench.ts';
import { unitsBench } from './units/units-routes.ts';
import { bringBack } from './waiting/bring-early.ts';

/** What phones ask. A revoked or frozen device may still hand in its work: it is kept aside, and told so. */
export const syncRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/sync/envelopes',
    access: 'device',
    statuses: ['active', 'frozen', 'revoked'],
    async handle({ site, body, header }, device) {
      const envelopes = splitUpload(body);
      if (!envelopes.ok) return json({ error: envelopes.error }, envelopes.error === 'too_large' ? 413 : 400);
      const verdicts = await takeIn(unitsBench(site), envelopes.value, device);
      const isBrief = header(deviceHeaders.brief) === '1';
      const answer = isBrief ? { brief: verdicts.map((signed) => shorten(signed, sha256)) } : { verdicts };
      return packed(JSON.stringify(answer), header('accept-encoding') ?? '');
    },
  },
  {
    method: 'GET',
    path: '/sync/changes',
    access: 'device',
    statuses: ['active', 'frozen', 'revoked'],
    async handle({ site: { hub }, url, header }, device) {
      const after = url.searchParams.get('after') ?? '0';
      if (!/^\d{1,15}$/.test(after)) return json({ error: 'bad_request' }, 400);
      const clock = { hubTime: hub.now(), hubEpoch: hub.hubEpoch };
      if (device.status !== 'active') {
        const hasWiped = device.mustWipe === true && url.searchParams.get('wiped') === '1';
        if (hasWiped) await hub.run({ is: 'wiped', at: hub.now(), book: device.book, device: device.id });
        const { mustWipe: _done, ...wiped } = device;
        return json(await orderOnly(hub, hasWiped ? wiped : device, Number(after), header(deviceHeaders.key)));
      }
      const places = url.searchParams.get('place')?.split(',');
      if (places !== undefined && !isOneOrMore(places)) return json({ error: 'bad_request' }, 400);
      const isPaged = url.searchParams.get('as') === 'page';
      const told = readTold(url.searchParams);
      const changes = await hub.database.snapshot({ book: device.book, places: device.places }, (tx) =>
        places === undefined
          ? readChanges(tx, device, Number(after), clock)
          : readPlaces(tx, device, { places, after: Number(after), isPaged }, clock),
      );
      const isEnd = !changes.more && places === undefined;
      const answer: Changes = isEnd
        ? { ...changes, contact: await hub.contact(device, header(deviceHeaders.key), told) }
        : changes;
      return packed(JSON.stringify(answer), header('accept-encoding') ?? '');
    },
  },
];

/** Each told once, and no more than an answer has room for. */
function isOneOrMore(places: readonly string[]): boolean {
  return places.length <= mostPlacesAsked && places.every(isId) && new Set(places).size === places.length;
}

/**
 * Judges envelopes of any road: of the caller's own, or carried for others.
 * @param caller device that hands them in
 */
export async function takeIn(
  bench: UnitsBench,
  envelopes: readonly Uint8Array[],
  caller?: DeviceRow,
): Promise<readonly SignedVerdict[]> {
  const { hub } = bench;
  const verdicts: SignedVerdict[] = [];
  // One after the other: each is a transaction under the lock of its book, and they are mostly of one device.
  for (const [index, envelope] of envelopes.entries()) {
    // Behind the first, the device stands elsewhere.
    verdicts.push(await hub.accept(envelope, hub.now(), index === 0 ? caller : undefined));
  }
  for (const writer of await writersOf(hub, verdicts, caller)) {
    await bringBack(hub, writer.book);
    await followLate(bench, writer, envelopes);
    await shareWritten(bench, writer.book);
    bench.onWritten(writer.book);
  }
  return verdicts;
}

/** Devices that are answered by name: each proved by its signature that its envelope is its own. */
async function writersOf(
  hub: Hub,
  verdicts: readonly SignedVerdict[],
  caller: DeviceRow | undefined,
): Promise<readonly DeviceRow[]> {
  const ids = new Set(verdicts.flatMap((signed) => openVerdict(signed)?.device || []));
  const writers: DeviceRow[] = [];
  for (const id of ids) {
    const found = id === caller?.id ? caller : await hub.database.look((look) => findDevice(look, id));
    if (found !== undefined) writers.push(found);
  }
  return writers;
}

/** Envelopes that were sealed before their device knew of other boundaries: what is in them follows to where it belongs. */
async function followLate(
  bench: UnitsBench,
  { id, book, epoch }: DeviceRow,
  envelopes: readonly Uint8Array[],
): Promise<void> {
  const isLate = ({ d, e }: EnvelopeHeader): boolean => d === id && e < epoch;
  const late = envelopes.map(parseEnvelope).flatMap((parsed) => (parsed.ok ? [parsed.value.header] : []));
  const headers = late.filter(isLate);
  if (headers.length === 0) return;
  const firstSeq = Math.min(...headers.map(({ f }) => f));
  const lastSeq = Math.max(...headers.map(({ l }) => l));
  await followUnits(bench, { book, device: id, firstSeq, lastSeq });
}

/** What a phone says of itself; one of an older version says nothing. */
function readTold(query: URLSearchParams): Partial<Told> {
  const [obeyed, people] = [query.get('obeyed') ?? '', query.get('people')];
  return {
    ...(/^\d{1,15}$/.test(obeyed) && { obeyed: Number(obeyed) }),
    ...(people !== null && /^[\w-]{0,40}$/.test(people) && { people }),
  };
}

/** Who may not work any more learns nothing of the book; only that, signed. */
async function orderOnly(hub: Hub, device: DeviceRow, after: number, keyId: string | undefined): Promise<Changes> {
  const { epoch } = device;
  const nothing = { rows: [], cursor: after, more: false, total: 0 };
  return { ...nothing, hubTime: hub.now(), hubEpoch: hub.hubEpoch, epoch, contact: await hub.contact(device, keyId) };
}
