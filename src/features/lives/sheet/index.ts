/* One file for what is laid out like paper. */
export { BlankSlip } from './print/blank-slip.tsx';
export { Cover } from './print/cover.tsx';
export { FilledSlip } from './print/filled-slip.tsx';
export { KeeperSlip } from './print/keeper-slip.tsx';
export { VillagePrint } from './print/village-print.tsx';
export { VisitList } from './print/visit-list.tsx';
export { SheetScreen } from './sheet.tsx';
