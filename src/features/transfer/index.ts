/* One file for all work on files: it is rare, and fetched together. */
export { CompareList } from './compare-list.tsx';
export { ExportRegister } from './export-register.tsx';
export { ExtractList } from './extract/extract-list.tsx';
export { ImportRegister } from './importing/import-register.tsx';
export { TransferHome } from './transfer-home.tsx';
