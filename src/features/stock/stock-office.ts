/* What the officer alone reads of stores: fetched for an office, outside of what every phone carries. */
export { Compare } from './office/compare.tsx';
export { OrderPaper } from './office/order-paper.tsx';
export { Point } from './office/point.tsx';
export { Report } from './office/report.tsx';
