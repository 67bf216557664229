import type { Stamp } from '../../stamp.ts';
import { laterStamp } from '../clock.ts';
import { lastStampOf } from '../row.ts';
import type { Columns, StoredKind } from './columns.ts';

/** The latest stamp that records of a page have. */
export function lastStampIn({ kinds, rows }: Columns): Stamp {
  const plain = Object.values(kinds).map(lastOfKind);
  return [...plain, ...rows.all().map(([row]) => lastStampOf(row))].reduce(laterStamp, [0, 0]);
}

function lastOfKind({ ms: steps, counter }: StoredKind): Stamp {
  let last: Stamp = [0, 0];
  let ms = 0;
  for (let at = 0; at < counter.length; at += 1) {
    ms += steps[at] ?? 0;
    if (ms >= last[0]) last = laterStamp(last, [ms, counter[at] ?? 0]);
  }
  return last;
}
