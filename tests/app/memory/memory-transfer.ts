import type { TransferApi } from '../../../src/workers/api/transfer-api.ts';

/** Files of a phone in memory: a list of two rows, one of them asked about; nothing is ever written. */
const doubt = {
  table: 'persons',
  row: 3,
  about: { is: 'person', name: 'Đinh Văn Hai' },
  column: 'birth_date',
  strength: 'ask',
  why: 'no_birth_date',
  words: { vi: 'thiếu ngày sinh', en: 'the birth date is missing' },
} as const;

export const memoryTransfer: TransferApi = {
  openFiles: async () => ({
    is: 'preview',
    tables: [{ table: 'persons', rows: 2, fine: 1, doubtful: 1, refused: 0 }],
    remarks: { remarks: [doubt], of: 1 },
    doubts: [{ why: doubt.why, words: doubt.words, rows: 1 }],
    writes: 2,
    goesOn: false,
    strange: [],
    unread: [],
    font: '',
  }),
  sheetWords: async () => [],
  mapSheet: async () => ({ is: 'no_table' }),
  saveProfile: async () => ({ name: 'cach-doc.json', bytes: new Uint8Array() }),
  openProfile: async () => ({ is: 'no_profile' }),
  importRemarks: async () => ({ remarks: [], of: 0 }),
  takeFiles: async () => ({ is: 'done', written: 0 }),
  transferProgress: async () => ({ is: 'idle', done: 0, of: 0 }),
  lastImport: async () => undefined,
  importsElsewhere: async () => [],
  undoImport: async () => undefined,
  exportFiles: async () => [],
  exportLog: async () => [],
  compareSheet: async () => ({ listed: 0, same: 0, lines: [] }),
  extractPurposes: async () => [],
  countExtract: async () => 0,
  extractList: async () => ({ name: 'trich.xlsx', bytes: new Uint8Array() }),
  extractLog: async () => [],
};
