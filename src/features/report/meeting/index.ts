/* One file for a month's slips and the meeting: fetched when somebody goes there. */
export { Meeting } from './meeting.tsx';
export { Slip } from './slip.tsx';
export { SlipList } from './slip-list.tsx';
export { Slips } from './slips.tsx';
