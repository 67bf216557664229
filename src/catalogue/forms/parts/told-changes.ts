import type { ChangeWrite, WriteSource, WriteSources } from '../../../domain/form/form.ts';
import { changeInfo } from '../../records/move/change-info.ts';

/** Each changed field is told as a change of basic information: what was, and what is. */
export function toldChanges(values: WriteSources): ChangeWrite {
  return { kind: changeInfo.kind, names: { field: 'field', old: 'old', new: 'new' }, values };
}

/** A mended mistake counts from no day: it is dated by the day it was mended. */
export const dateOfEdit: WriteSource = {
  choose: [
    { when: { is: [{ path: 'isCorrection' }, { value: false }] }, use: { field: 'date' } },
    { use: { context: 'today' } },
  ],
};
