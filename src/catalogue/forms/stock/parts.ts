import type { Condition } from '../../../domain/condition.ts';
import type { Question, WriteSources } from '../../../domain/form/form.ts';
import { stockMovement } from '../../records/stock/movement.ts';
import { ask } from '../parts/questions.ts';

/** Whose goods: where the form is asked, unless another store is named. */
export const storeQuestion: Question = { ...ask(stockMovement, 'store'), startsAs: { path: 'where' } };

/** Not free: then the price of a unit is told. */
export const isPaid: Condition = { oneOf: [{ path: 'channel' }, ['social', 'socialised']] };

/** What every line of a card says. */
export const moveValues: WriteSources = {
  date: { field: 'date' },
  store: { field: 'store' },
  product: { field: 'product' },
  channel: { field: 'channel' },
  lot: { field: 'lot' },
  expiry: { field: 'expiry' },
  quantity: { field: 'quantity' },
  unitPrice: { field: 'unitPrice' },
  passedOver: { field: 'passedOver' },
  asked: { context: 'asked' },
};
