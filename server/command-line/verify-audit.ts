import { listChains, verifyAudit } from '../durable/audit-chain.ts';
import type { Hub } from '../hub.ts';
import { told } from './told.ts';

/** A line a chain; the first bad row of a broken one is told, exit status 1. */
export async function verifyChains(hub: Hub): Promise<string> {
  const lines: string[] = [];
  for (const book of await hub.database.transaction(undefined, listChains)) {
    const found = await hub.database.transaction(undefined, (tx) => verifyAudit(tx, book));
    if (found.is === 'broken') {
      const why = found.why === 'missing' ? ['bị thiếu', 'is missing'] : ['đã bị sửa', 'was altered'];
      throw told(`Sổ ${book}: dòng ${found.n} ${why[0]}.`, `Book ${book}: row ${found.n} ${why[1]}.`);
    }
    lines.push(`${book}: ${found.rows} ${found.head}`);
  }
  return lines.join('\n');
}
