import type { Fields, Value } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { type Held, personKind } from '../held.ts';

/** Since when it is so, and which act on a household it is a part of. */
interface Told {
  readonly date: string;
  readonly act: string;
}

/** A put on a standing record, and the fact of each change beside it: the page then shows what was before. */
export function toldPut(record: Held, put: Fields, { date, act }: Told): readonly OpDraft[] {
  const { kind, id, place, fields } = record;
  const about = kind === personKind ? { person: id } : { household: id };
  const facts = Object.entries(put)
    .filter(([, value]) => !Array.isArray(value))
    .map(([field, value]): OpDraft => {
      const values = { old: textOf(fields[field]), new: textOf(value) };
      const known = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ''));
      return { kind: 'change_info', place, add: { date, ...about, field, ...known, act } };
    });
  return [{ kind, id, place, put }, ...facts];
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
