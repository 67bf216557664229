import type { Fields, Value } from '../../domain/value.ts';
import { type Held, textOf } from '../held.ts';
import { numberInArea } from './former-numbers.ts';

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
