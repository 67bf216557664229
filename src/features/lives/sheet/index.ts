/* One file for what is laid out like paper. */
export { BlankSlip } from './blank-slip.tsx';
export { SheetScreen } from './sheet.tsx';
export { VillagePrint } from './village-print.tsx';
