import type { TransferApi } from '../../src/workers/api/transfer-api.ts';

/** Files of a phone in memory: a list of two rows, one of them asked about; nothing is ever written. */
export const memoryTransfer: TransferApi = {
  openFiles: async () => ({
    is: 'preview',
    tables: [{ table: 'persons', rows: 2, fine: 1, doubtful: 1, refused: 0 }],
    remarks: [
      {
        table: 'persons',
        row: 3,
        column: 'birth_date',
        strength: 'ask',
        words: { vi: 'thiếu ngày sinh', en: 'the birth date is missing' },
      },
    ],
    writes: 2,
    strange: [],
  }),
  mapSheet: async () => ({ is: 'no_table' }),
  takeFiles: async () => ({ is: 'done', written: 0 }),
  transferProgress: async () => ({ done: 0, of: 0 }),
  lastImport: async () => undefined,
  undoImport: async () => undefined,
  exportFiles: async () => [],
  compareSheet: async () => ({ listed: 0, same: 0, lines: [] }),
  extractPurposes: async () => [],
  extractList: async () => ({ name: 'trich.xlsx', bytes: new Uint8Array() }),
  extractLog: async () => [],
};
