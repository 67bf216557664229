import { type IdList, type NumberedIds, splitId } from '../../page-columns.ts';
import { plainIds } from '../written-columns.ts';
import { readSection, readSteps, type Section } from './sections.ts';

/** Ids as devices and numbers, or as texts where one has another form. */
export type IdListForm =
  | { readonly devices: readonly string[]; readonly device: Section; readonly seq: Section }
  | { readonly texts: readonly string[] };

export function readIds(form: IdListForm, body: Uint8Array<ArrayBuffer>): IdList {
  if ('texts' in form) return plainIds(form.texts);
  const { devices } = form;
  return numberedIds({ devices, device: readSection(body, form.device), seq: readSteps(body, form.seq) });
}

export function numberedIds(numbered: NumberedIds): IdList {
  const { devices, device, seq } = numbered;
  return {
    length: seq.length,
    at: (position) => `${devices[device[position] ?? 0] ?? ''}.${seq[position] ?? 0}`,
    indexOf: (id) => seek(id, numbered),
    numbered,
  };
}

function seek(id: string, { devices, device, seq }: NumberedIds): number {
  const parts = splitId(id);
  if (parts === undefined) return -1;
  const own = devices.indexOf(parts[0]);
  if (own === -1) return -1;
  for (let at = 0; at < seq.length; at += 1) if (seq[at] === parts[1] && device[at] === own) return at;
  return -1;
}
