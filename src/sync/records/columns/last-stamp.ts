import type { Stamp } from '../../stamp.ts';
import { laterStamp } from '../clock.ts';
import { lastStampOf } from '../row.ts';
import type { Columns, StoredKind } from './columns.ts';

/** The latest stamp that records of a page have. */
export function lastStampIn({ kinds, rows }: Columns): Stamp {
  const plain = Object.values(kinds).map(lastOfKind);
  return [...plain, ...rows.all().map(([row]) => lastStampOf(row))].reduce(laterStamp, [0, 0]);
}

function lastOfKind({ ms, counter }: StoredKind): Stamp {
  let last: Stamp = [0, 0];
  for (let at = 0; at < counter.length; at += 1) {
    const moment = ms[at] ?? 0;
    if (moment >= last[0]) last = laterStamp(last, [moment, counter[at] ?? 0]);
  }
  return last;
}
