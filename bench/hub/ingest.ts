import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { demoPolicy } from '../../server/auth/policy.ts';
import { openHub } from '../../server/hub.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import { makeRulebook } from '../../src/sync/hub/rulebook.ts';
import { freePort, startHub } from '../../tests/e2e/hub.ts';
import { foundTestCommune } from '../../tests/server/commune.ts';
import { activatePhone, type Phone } from '../../tests/server/phone.ts';
import { startPostgres } from '../../tests/start-postgres.ts';
import { opsOfFull, sealFull, uploadFull } from './full-envelope.ts';
import { cpuOf } from './hub.ts';

/** Phones of as many communes that all send at once, one envelope after the other. */
export interface IngestFigures {
  readonly database: 'embedded' | 'PostgreSQL';
  /** From the requests to the signed verdicts; cells are counted meanwhile, as they always are. */
  readonly opsPerSecond: number;
  /** The hub's own, its thread for cells with it and PostgreSQL's not. */
  readonly cpuMsAnEnvelope: number;
}

const phones = 4;
/** Of each phone; what comes first warms the hub up. */
const warming = 40;
const measured = 60;

/** On the embedded database, and on PostgreSQL where that is installed. */
export async function measureIngest(scratch: string): Promise<readonly IngestFigures[]> {
  const embedded = await ingest(join(scratch, 'ingest-embedded'), {});
  const postgres = await startPostgres();
  try {
    const { TEST_DATABASE_URL: login, TEST_DATABASE_OWNER_URL: owner } = postgres.urls;
    if (login === undefined || owner === undefined) return [{ database: 'embedded', ...embedded }];
    const addresses = { DATABASE_URL: login, DATABASE_OWNER_URL: owner };
    const beside = await ingest(join(scratch, 'ingest-postgres'), addresses);
    return [
      { database: 'embedded', ...embedded },
      { database: 'PostgreSQL', ...beside },
    ];
  } finally {
    postgres.stop();
  }
}

interface Addresses {
  readonly DATABASE_URL?: string;
  readonly DATABASE_OWNER_URL?: string;
}

async function ingest(folder: string, addresses: Addresses) {
  const codes = await foundCommunes(folder, addresses);
  const hub = await startHub(folder, await freePort(), [], undefined, { ...addresses });
  try {
    const loaded: Loaded[] = [];
    for (const code of codes) {
      const phone = await activatePhone((path, init) => fetch(`${hub.address}${path}`, init), code);
      loaded.push({ phone, sealed: await sealFull(phone, warming + measured) });
    }
    await Promise.all(loaded.map((one) => send(one, 0, warming)));
    const [begun, cpuBefore] = [performance.now(), cpuOf(hub)];
    await Promise.all(loaded.map((one) => send(one, warming, measured)));
    const seconds = (performance.now() - begun) / 1_000;
    const envelopes = phones * measured;
    return {
      opsPerSecond: Math.round((envelopes * opsOfFull) / seconds),
      cpuMsAnEnvelope: Math.round(((cpuOf(hub) - cpuBefore) / envelopes) * 10) / 10,
    };
  } finally {
    await hub.stop();
  }
}

interface Loaded {
  readonly phone: Phone;
  readonly sealed: readonly Uint8Array[];
}

async function send({ phone, sealed }: Loaded, from: number, count: number): Promise<void> {
  for (const envelope of sealed.slice(from, from + count)) await uploadFull(phone, envelope);
}

/** A commune for each phone, in a folder that no hub holds. @returns the codes */
async function foundCommunes(folder: string, { DATABASE_URL, DATABASE_OWNER_URL }: Addresses) {
  await mkdir(folder, { mode: 0o700 });
  const hub = await openHub({
    folder,
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    ...(DATABASE_OWNER_URL !== undefined && { databaseOwnerUrl: DATABASE_OWNER_URL }),
    policy: demoPolicy,
    rules: makeRulebook(catalogue),
    now: Date.now,
  });
  try {
    const codes: string[] = [];
    while (codes.length < phones) codes.push(await (await foundTestCommune(hub)).officerCode());
    return codes;
  } finally {
    await hub.close();
  }
}
