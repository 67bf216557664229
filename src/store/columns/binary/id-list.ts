import { type IdList, type NumberedIds, type Numbers, noDevice, splitId } from '../../../sync/records/page-columns.ts';
import { plainIds } from '../written-columns.ts';
import { readSection, readSteps, type Section, type Sections } from './sections.ts';

/** Ids as devices and numbers, or as texts where one has another form. */
export type IdListForm =
  | { readonly devices: readonly string[]; readonly device: Section; readonly seq: Section }
  | { readonly texts: readonly string[] };

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

export function readIds(form: IdListForm, body: Uint8Array<ArrayBuffer>): IdList {
  if ('texts' in form) return plainIds(form.texts);
  const { devices } = form;
  const device = readSection(body, form.device);
  const seq = readSteps(body, form.seq);
  return {
    length: seq.length,
    at: (position) => `${devices[device[position] ?? 0] ?? ''}.${seq[position] ?? 0}`,
    indexOf: (id) => seek(id, devices, device, seq),
    numbered: { devices, device, seq },
  };
}

function seek(id: string, devices: readonly string[], device: Numbers, seq: Uint32Array): number {
  const parts = splitId(id);
  if (parts === undefined) return -1;
  const own = devices.indexOf(parts[0]);
  if (own === -1) return -1;
  let at = seq.indexOf(parts[1]);
  while (at !== -1 && device[at] !== own) at = seq.indexOf(parts[1], at + 1);
  return at;
}
