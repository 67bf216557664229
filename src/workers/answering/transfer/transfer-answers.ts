import type { TransferApi } from '../../api/transfer-api.ts';
import type { TransferBench } from './transferring.ts';

/** Loaded when somebody comes with a file: a day at the doorstep needs none of it. One desk for each open book. */
export function transferAnswers(bench: () => Promise<TransferBench>): TransferApi {
  let desk: { readonly session: TransferBench['session']; readonly transferring: Promise<TransferApi> } | undefined;
  const open = async (): Promise<TransferApi> => {
    const now = await bench();
    if (desk?.session !== now.session) {
      const transferring = import('./transferring.ts').then(({ createTransferring }) => createTransferring(now));
      desk = { session: now.session, transferring };
    }
    return desk.transferring;
  };
  return {
    openFiles: async (files) => (await open()).openFiles(files),
    sheetWords: async (mapping) => (await open()).sheetWords(mapping),
    mapSheet: async (mapping) => (await open()).mapSheet(mapping),
    saveProfile: async (mapping) => (await open()).saveProfile(mapping),
    openProfile: async (file, titles) => (await open()).openProfile(file, titles),
    importRemarks: async (from, why) => (await open()).importRemarks(from, why),
    takeFiles: async (doubtful) => (await open()).takeFiles(doubtful),
    transferProgress: async () => (await open()).transferProgress(),
    lastImport: async () => (await open()).lastImport(),
    importsElsewhere: async () => (await open()).importsElsewhere(),
    undoImport: async () => (await open()).undoImport(),
    exportFiles: async (format) => (await open()).exportFiles(format),
    exportLog: async () => (await open()).exportLog(),
    compareSheet: async (mapping) => (await open()).compareSheet(mapping),
    extractPurposes: async (place) => (await open()).extractPurposes(place),
    countExtract: async (order) => (await open()).countExtract(order),
    extractList: async (order) => (await open()).extractList(order),
    extractLog: async () => (await open()).extractLog(),
  };
}
