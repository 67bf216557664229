import type { Fields } from '../value.ts';
import { isMovementType, type Movement } from './movement.ts';

/** A movement out of a record's values; `undefined` where they say no type or no quantity. */
export function readMovement(id: string, fields: Fields, stamp: Movement['stamp']): Movement | undefined {
  const text = (field: string): string => {
    const value = fields[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const [type, quantity] = [text('type'), fields.quantity];
  if (!isMovementType(type) || typeof quantity !== 'number') return undefined;
  return {
    id,
    type,
    quantity,
    stamp,
    date: text('date'),
    store: text('store'),
    product: text('product'),
    channel: text('channel'),
    lot: text('lot'),
    expiry: text('expiry'),
  };
}
