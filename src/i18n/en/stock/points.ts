import type { points as vi } from '../../vi/stock/points.ts';
import type { Reworded } from '../../vocabulary.ts';

export const points: Reworded<typeof vi> = {
  how: 'An outlying point, like the station of a commune that was merged, has cards of its own. What the station issues to it is on its way until it is taken in there. The commune’s report and order count it in.',
  name: 'Name of the point',
  since: 'Opened on',
  until: 'Closed on',
  close: 'Close the point',
  closeHow: 'Only when its cards hold nothing and nothing is on its way. Its cards can still be read.',
  reopen: 'Open it again',
  saved: 'Point saved',
  closed: 'Point closed',
  opened: 'Point opened again',
};
