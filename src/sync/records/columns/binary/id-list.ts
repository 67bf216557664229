import { type IdList, type Numbers, splitId } from '../../page-columns.ts';
import { plainIds } from '../written-columns.ts';
import { readSection, readSteps, type Section } from './sections.ts';

/** Ids as devices and numbers, or as texts where one has another form. */
export type IdListForm =
  | { readonly devices: readonly string[]; readonly device: Section; readonly seq: Section }
  | { readonly texts: readonly string[] };

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

function seek(id: string, devices: readonly string[], device: Numbers, seq: Uint16Array | Uint32Array): number {
  const parts = splitId(id);
  if (parts === undefined) return -1;
  const own = devices.indexOf(parts[0]);
  if (own === -1) return -1;
  let at = seq.indexOf(parts[1]);
  while (at !== -1 && device[at] !== own) at = seq.indexOf(parts[1], at + 1);
  return at;
}
