import type { Subject } from '../browser/subject.ts';
import { type Spread, spread } from '../statistics.ts';
import { measureHouseholds } from './household.ts';
import { measureSaves, type PrepareSave } from './save.ts';
import { measureSearch } from './search.ts';
import { type Opening, openApp } from './start.ts';

/**
 * The bars of speed, by the names that budgets.json calls them. They begin when the page hears of the key or tap, as
 * the bars were set: what the browser needs to tell it is the same for any page, and stands beside them.
 */
export type Speeds = {
  readonly [name in
    | 'startMs'
    | 'unlockMs'
    | 'everythingMs'
    | 'keyToRowsReplacedMs'
    | 'keyToRowsDrawnMs'
    | 'openHouseholdMs'
    | 'householdDrawnMs'
    | 'saveMs']: Spread;
};

export interface Measured {
  readonly speeds: Speeds;
  /** Told beside: keys that changed no row, and when the search field came. */
  readonly idleKeys: number;
  readonly lateMs: { readonly key: Spread; readonly tap: Spread };
  readonly searchFieldMs: Spread;
}

interface App {
  readonly address: string;
  readonly prepareSave: PrepareSave;
}

export async function measureApp(subject: Subject, app: App, repeats: number): Promise<Measured> {
  const { openings, tab } = await openAgainAgain(subject, app.address, Math.max(10, Math.round(repeats / 3)));
  await subject.quiet();
  const keys = await measureSearch(subject, tab, repeats);
  const households = await measureHouseholds(subject, tab, repeats);
  const saves = await measureSaves(subject, tab, repeats, app.prepareSave);
  await tab.close();
  const of = (name: keyof Opening) => spread(openings.map((opening) => opening[name]));
  return {
    speeds: {
      startMs: of('lockScreen'),
      unlockMs: of('searchUsable'),
      everythingMs: of('everything'),
      keyToRowsReplacedMs: spread(keys.replaced),
      keyToRowsDrawnMs: spread(keys.drawn),
      openHouseholdMs: spread(households.map(({ shown }) => shown)),
      householdDrawnMs: spread(households.map(({ drawn }) => drawn)),
      saveMs: spread(saves.map(({ drawn }) => drawn)),
    },
    idleKeys: keys.idle,
    lateMs: { key: spread(keys.late), tap: spread([...households, ...saves].map(({ late }) => late)) },
    searchFieldMs: of('searchField'),
  };
}

/** The first opening fills caches that a repeat start finds; the last tab stays for what follows. */
async function openAgainAgain(subject: Subject, address: string, repeats: number) {
  let { tab } = await openApp(subject, address);
  const openings: Opening[] = [];
  while (openings.length < repeats) {
    await tab.close();
    const opened = await openApp(subject, address);
    tab = opened.tab;
    openings.push(opened.opening);
  }
  return { openings, tab };
}
