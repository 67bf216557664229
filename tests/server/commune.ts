import { makeActivationCode } from '../../server/auth/activation.ts';
import type { FoundedUnit } from '../../server/durable/command.ts';
import type { Hub } from '../../server/hub.ts';
import { makePlaces } from '../../src/sample/commune.ts';

/** An empty commune of two villages, of one test. */
export interface TestCommune {
  readonly book: string;
  readonly commune: string;
  readonly villages: readonly [string, string];
  officerCode(): Promise<string>;
  collaboratorCode(): Promise<string>;
}

let founded = 0;

export async function foundTestCommune(hub: Hub): Promise<TestCommune> {
  founded += 1;
  const { commune, villages, units } = makePlaces(`t${process.pid}x${founded}`, 2);
  const [first, second] = villages.map((village) => village.id);
  if (first === undefined || second === undefined) throw new Error('two villages were asked for');
  const book = `b${commune.code}`;
  const places = [commune.id, first, second];
  await hub.run({
    is: 'found',
    at: hub.now(),
    book,
    commune: commune.id,
    units: units.map((unit): FoundedUnit => ({ ...unit, validFrom: '2025-07-01' })),
    author: {
      device: `a${founded}`,
      user: 'u1',
      userName: 'x',
      role: 'officer',
      places,
      signKey: hub.founder.publicKey,
    },
    sample: { seed: 1, today: '2026-01-01', writtenAt: 0, households: [] },
  });
  const code = (role: 'officer' | 'collaborator', of: readonly string[]) =>
    makeActivationCode(hub, { book, role, places: of, userName: role });
  return {
    book,
    commune: commune.id,
    villages: [first, second],
    officerCode: () => code('officer', places),
    collaboratorCode: () => code('collaborator', [first]),
  };
}
