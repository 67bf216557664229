import type { TransferApi } from '../../api/transfer-api.ts';
import type { TransferBench, Transferring } from './transferring.ts';

/** Loaded when somebody comes with a file: a day at the doorstep needs none of it. One desk for each open book. */
export function transferAnswers(bench: () => Promise<TransferBench>): TransferApi {
  let desk: { readonly session: TransferBench['session']; readonly transferring: Promise<Transferring> } | undefined;
  const open = async (): Promise<Transferring> => {
    const now = await bench();
    if (desk?.session !== now.session) {
      const transferring = import('./transferring.ts').then(({ createTransferring }) => createTransferring(now));
      desk = { session: now.session, transferring };
    }
    return desk.transferring;
  };
  return {
    openFiles: async (files) => (await open()).openFiles(files),
    mapSheet: async (mapping) => (await open()).mapSheet(mapping),
    takeFiles: async (doubtful) => (await open()).takeFiles(doubtful),
    transferProgress: async () => (await open()).transferProgress(),
    lastImport: async () => (await open()).lastImport(),
    undoImport: async () => (await open()).undoImport(),
    exportFiles: async (format) => (await open()).exportFiles(format),
    compareSheet: async (mapping) => (await open()).compareSheet(mapping),
    extractPurposes: async () => (await open()).extractPurposes(),
    extractList: async (order) => (await open()).extractList(order),
    extractLog: async () => (await open()).extractLog(),
  };
}
