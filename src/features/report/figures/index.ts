/* One file for figures beside each other, as pictures and as files: an office's, fetched when somebody goes there. */
export { Compare } from './compare.tsx';
export { EntryOrder } from './entry-order.tsx';
export { Files } from './files.tsx';
export { OnPaper } from './on-paper.tsx';
export { Pictures } from './pictures.tsx';
export { Targets } from './targets.tsx';
export { Villages } from './villages.tsx';
