import type { VaultBox, VaultRecord } from '../../src/vault/vault.ts';

/** The flash of an invented phone: keeps what was written, and says in which order. */
export function memoryBox() {
  let record: VaultRecord | undefined;
  const written: VaultRecord[] = [];
  const write = (next: VaultRecord) => {
    record = structuredClone(next);
    written.push(record);
  };
  const box: VaultBox = {
    read: async () => record,
    async change(next) {
      if (record !== undefined) write(next(record));
      return record;
    },
    create: async (made) => write(made),
  };
  return { box, written, record: () => record };
}
