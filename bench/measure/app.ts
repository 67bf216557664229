import type { Subject } from '../browser/subject.ts';
import { type Spread, spread } from '../statistics.ts';
import { measureHouseholds } from './household.ts';
import { openReport } from './report.ts';
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
    | 'saveMs'
    | 'reportFirstMs'
    | 'reportAgainMs']: Spread;
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
  /** Address of a quarter's report, where there is one. */
  readonly reportPath?: string;
}

/** Who is told while it runs: a bench that is cut off has still said what it found. */
export interface Listener {
  readonly step: (text: string) => void;
  readonly row: (name: keyof Speeds, spread: Spread) => void;
}

export async function measureApp(subject: Subject, app: App, repeats: number, tell: Listener): Promise<Measured> {
  const told = (name: keyof Speeds, values: readonly number[]): Spread => {
    const found = spread(values);
    tell.row(name, found);
    return found;
  };
  const { openings, tab } = await openAgainAgain(subject, app, Math.max(5, Math.round(repeats / 3)), tell);
  const of = (name: keyof Opening) => openings.map((opening) => opening[name]);
  const opened = {
    startMs: told('startMs', of('lockScreen')),
    unlockMs: told('unlockMs', of('searchUsable')),
    everythingMs: told('everythingMs', of('everything')),
    reportFirstMs: told('reportFirstMs', of('report')),
  };
  await subject.quiet();
  const keys = await measureSearch(subject, tab, repeats);
  const searched = {
    keyToRowsReplacedMs: told('keyToRowsReplacedMs', keys.replaced),
    keyToRowsDrawnMs: told('keyToRowsDrawnMs', keys.drawn),
  };
  const households = await measureHouseholds(subject, tab, repeats);
  const shown = {
    openHouseholdMs: told(
      'openHouseholdMs',
      households.map((household) => household.shown),
    ),
    householdDrawnMs: told(
      'householdDrawnMs',
      households.map(({ drawn }) => drawn),
    ),
  };
  const again: number[] = [];
  const behindSave = async (): Promise<void> => {
    if (app.reportPath !== undefined) again.push(await openReport(subject, tab, app.reportPath));
  };
  const saves = await measureSaves(subject, tab, repeats, app.prepareSave, behindSave).catch((error: unknown) => {
    // The form may have changed under the bench: everything else it found still stands.
    tell.step(`saves not measured: ${error}`);
    return [];
  });
  const saveMs = told(
    'saveMs',
    saves.map(({ drawn }) => drawn),
  );
  const reportAgainMs = told('reportAgainMs', again);
  await tab.close();
  return {
    speeds: { ...opened, ...searched, ...shown, saveMs, reportAgainMs },
    idleKeys: keys.idle,
    lateMs: { key: spread(keys.late), tap: spread([...households, ...saves].map(({ late }) => late)) },
    searchFieldMs: spread(of('searchField')),
  };
}

/** The first opening fills caches that a repeat start finds; the last tab stays for what follows. */
async function openAgainAgain(subject: Subject, { address, reportPath }: App, repeats: number, { step }: Listener) {
  let { tab } = await openApp(subject, address, reportPath);
  const openings: Opening[] = [];
  while (openings.length < repeats) {
    await tab.close();
    const opened = await openApp(subject, address, reportPath);
    tab = opened.tab;
    openings.push(opened.opening);
    step(`opened ${openings.length} of ${repeats} times`);
  }
  return { openings, tab };
}
