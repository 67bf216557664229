/* What the officer alone reads of stores: fetched for an office, outside of what every phone carries. */
export { Compare } from './office/compare.tsx';
export { Report } from './office/report.tsx';
