import type { Value } from '../../../domain/value.ts';
import { shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { goesOut } from '../read/stock-reason.ts';

/** Columns of stock.csv by the movement's field. */
const columns: { readonly [column: string]: string } = {
  date: 'date',
  product: 'product',
  channel: 'channel',
  lot: 'lot',
  expiry: 'expiry',
  type: 'type',
  quantity: 'quantity',
  unit_price: 'unitPrice',
};

/**
 * Lines of the cards in the order of their days; a village's code stands for its collaborator, its name for a point.
 * @param former stations of communes that went into this one
 */
export function stockRows(
  living: readonly RecordState[],
  villages: ReadonlyMap<string, string>,
  former: readonly { readonly id: string; readonly name: string }[],
) {
  const people = new Map(
    living.filter(({ kind }) => kind === 'supply').map((state) => [state.id, textOf(shown(state, 'person'))]),
  );
  const points = new Map([
    ...living
      .filter(({ kind }) => kind === 'stock_point')
      .map((state) => [state.id, textOf(shown(state, 'name'))] as const),
    ...former.map(({ id, name }) => [id, name] as const),
  ]);
  return living
    .filter(({ kind }) => kind === 'stock_movement')
    .map((state) => [`${textOf(shown(state, 'date'))} ${state.id}`, state] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, state]) => {
      const read = (field: string) => textOf(shown(state, field));
      const [village, point] = [villages.get(read('store')), points.get(read('store'))];
      return {
        movement_key: state.id,
        ...Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, read(field)])),
        store: village !== undefined ? `ctv:${village}` : point !== undefined ? `point:${point}` : 'commune',
        person_key: people.get(read('supply')) ?? '',
        reason: reasonOf(read),
      };
    });
}

/**
 * The format has one cell for it. Why another lot went first is what the check asks for, so it goes before all else; that
 * it was another reason is told by the note, or read out of the word itself.
 */
function reasonOf(read: (field: string) => string): string {
  const passedOver = goesOut(read('type')) ? read('passedOver') : '';
  const explained = passedOver === 'other' ? '' : passedOver;
  return explained || read('reason') || read('note') || read('passedOver');
}

function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
