import type { Fields, Value } from '../../domain/value.ts';
import { type Held, textOf } from '../held.ts';

/** As a sheet can be numbered. */
export function isNumber(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 99_999;
}

/** Puts of another number, and of another area where one is told; what the household was called stays searchable. */
export function numberPuts({ fields }: Held, number: Value, area: string | undefined): Fields {
  const isSameArea = area === undefined || area === textOf(fields, 'area');
  const isSameNumber = number === (fields.number ?? null);
  if (isSameNumber && isSameArea) return {};
  const before = numberInArea(fields);
  const known = Array.isArray(fields.formerNumbers) ? fields.formerNumbers : [];
  return {
    ...(isSameNumber ? {} : { number }),
    ...(before === '' || known.includes(before) ? {} : { formerNumbers: [...known, before] }),
    ...(isSameArea ? {} : { area: area === '' ? null : area }),
  };
}

/** Puts by which a number that stands again is no old one: "42", or "42 Xã cũ A" where it was numbered there. */
export function formerWithout(fields: Fields): Fields {
  const known = Array.isArray(fields.formerNumbers) ? fields.formerNumbers : [];
  const left = known.filter((former) => former !== numberInArea(fields) && former !== textOf(fields, 'number'));
  return left.length === known.length ? {} : { formerNumbers: left.length === 0 ? null : left };
}

function numberInArea(fields: Fields): string {
  return [textOf(fields, 'number'), textOf(fields, 'area')].filter((part) => part !== '').join(' ');
}
