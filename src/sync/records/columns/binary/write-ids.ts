import { type IdList, type NumberedIds, noDevice, splitId } from '../../page-columns.ts';
import type { IdListForm } from './id-list.ts';
import type { Sections } from './sections.ts';

/** The same as numbers; `undefined` where one is no "device.seq". */
export function numberIds(length: number, idAt: (position: number) => string): NumberedIds | undefined {
  const devices: string[] = [];
  const device = new Uint8Array(length);
  const seq = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) {
    const parts = splitId(idAt(at));
    if (parts === undefined) return undefined;
    const known = devices.indexOf(parts[0]);
    const number = known === -1 ? devices.push(parts[0]) - 1 : known;
    if (number >= noDevice) return undefined;
    device[at] = number;
    seq[at] = parts[1];
  }
  return { devices, device, seq };
}

export function writeIds(ids: IdList, sections: Sections): IdListForm {
  const numbered = ids.numbered ?? numberIds(ids.length, ids.at);
  if (numbered === undefined) return { texts: Array.from({ length: ids.length }, (_, at) => ids.at(at)) };
  const { devices, device, seq } = numbered;
  return { devices, device: sections.add(device), seq: sections.addSteps(seq) };
}
