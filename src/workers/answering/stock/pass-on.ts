import { stockMovement } from '../../../catalogue/records/stock/movement.ts';
import type { Finding } from '../../../domain/form/check.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { Fields } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { Saved } from '../../api/phone-api.ts';
import { known, type OpenedStock, saveJudged } from './stock-bench.ts';

/**
 * Goods of one collaborator for another, in one act and by way of the station, so that each of them sees her own side:
 * returned to the station, taken in there, and issued on, in transit until the other takes them in. Judged as what is
 * issued. Only for whoever keeps all three.
 * @param answers of the form of movements, as an issue from one store to the other
 */
export async function passOn(
  bench: OpenedStock,
  answers: Fields,
  yes: readonly string[],
): Promise<Outcome<Saved, readonly Finding[]>> {
  const { folk, places } = bench;
  const [from, to, station] = [textIn(answers, 'store'), textIn(answers, 'counterpart'), folk.places.commune()];
  const isTheirs = [from, to].every((store) => folk.places.isVillage(store)) && from !== to;
  if (!isTheirs || ![from, to, station].every((store) => places.includes(store)))
    throw new RangeError('goods are passed on between two collaborators');
  const { passedOver, type: _type, store: _store, counterpart: _counterpart, ...goods } = known(answers);
  const reason = passedOver === undefined ? {} : { passedOver };
  const line = (place: string, told: Extract<OpDraft, { readonly add: unknown }>['add']): OpDraft => {
    return { kind: stockMovement.kind, place, add: { ...goods, ...told } };
  };
  return saveJudged(bench, { ...answers, type: 'issue', store: from }, yes, (given) => {
    const asked = [...given];
    return [
      line(from, { type: 'return_out', store: from, counterpart: station, reason: 'unneeded', asked }),
      line(from, { type: 'return_in', store: station, counterpart: from, confirms: { made: 0 } }),
      line(to, { type: 'issue', store: station, counterpart: to, ...reason, asked }),
    ];
  });
}

function textIn(answers: Fields, field: string): string {
  const value = answers[field];
  return typeof value === 'string' ? value : '';
}
