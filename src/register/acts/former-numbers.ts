import type { Fields } from '../../domain/value.ts';
import { textOf } from '../held.ts';

/** "42", or "42 Xã cũ A" of a household that was numbered in an area. */
export function numberInArea(fields: Fields): string {
  return `${textOf(fields, 'number')} ${textOf(fields, 'area')}`.trim();
}

/** What is left of the old numbers once a number stands again: it is no old one any more. */
export function formerWithout(fields: Fields): Fields {
  const known = Array.isArray(fields.formerNumbers) ? fields.formerNumbers : [];
  const again = [numberInArea(fields), textOf(fields, 'number')];
  const left = known.filter((former) => !again.includes(String(former)));
  return left.length === known.length ? {} : { formerNumbers: left.length === 0 ? null : left };
}
