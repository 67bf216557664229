import { type DatabasePorts, describeDatabase } from '../database.ts';

/** Removes a device's database: only for one in which nothing could have been recorded yet. */
export function removeDatabase(ports: DatabasePorts, device: string): Promise<void> {
  return describeDatabase(ports, device).delete();
}
