import { stockMovement } from '../../../catalogue/records/stock/movement.ts';
import { bad } from '../../../domain/outcome.ts';
import { inTransit } from '../../../domain/stock/transit.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../../register/folk.ts';
import { offerFor } from '../../../register/stock/offer.ts';
import { stockCard, storeLines, storePage } from '../../../register/stock/store-page.ts';
import type { StockApi } from '../../api/stock-api.ts';
import { known, type StockBench, saveAll } from './stock-bench.ts';
import { paperAnswers } from './stock-papers.ts';

const nothingLeft: Words = { vi: 'Đã nhận hết rồi', en: 'All of it was taken in already' };
const tooMuch: Words = { vi: 'Số nhận không được hơn số đã xuất', en: 'No more can be taken in than was sent' };

export function openStockDesk(whole: () => Promise<StockBench>, now: () => number): StockApi {
  /** Stores of this device's places. */
  const opened = async () => {
    const bench = await whole();
    const { folk, today } = bench.session.register;
    return { ...bench, folk, today: today(), places: bench.session.activation.places };
  };
  return {
    async stores() {
      const { folk, today, places } = await opened();
      return storeLines(folk, places, today);
    },
    async store(store) {
      const { folk, today, places } = await opened();
      return places.includes(store) ? storePage(folk, store, today) : undefined;
    },
    async stockCard(store, product, channel) {
      const { folk, today, places } = await opened();
      // "all": station and collaborators together, as the commune's report adds them up.
      if (store === 'all') return stockCard(folk, { store: '', product, channel }, today);
      return places.includes(store) ? stockCard(folk, { store, product, channel }, today) : undefined;
    },
    async stockOffer(store, person) {
      const { folk, today, places, session, looks } = await opened();
      const known = person === undefined ? undefined : session.register.person(person)?.id;
      if (known !== undefined) await looks.log(known, { at: now(), user: session.activation.user });
      const from = store || storeFor(folk, places, known);
      return offerFor(folk, placesOf(folk, places), from, today, known);
    },
    async takeIn(sent, quantity) {
      const bench = await opened();
      const found = inTransit([...bench.folk.stock.movements()]).find((one) => one.sent.id === sent);
      if (found === undefined) return bad(nothingLeft);
      if (!Number.isInteger(quantity) || quantity < 1 || quantity > found.left) return bad(tooMuch);
      const { counterpart, store, product, channel, lot, expiry, type } = found.sent;
      const add = {
        date: bench.today,
        store: counterpart,
        type: type === 'issue' ? 'receipt' : 'return_in',
        ...{ product, channel, lot, expiry, quantity },
        counterpart: store,
        confirms: sent,
      };
      return saveAll(bench, [{ kind: stockMovement.kind, place: found.sent.held.place, add: known(add) }]);
    },
    ...paperAnswers(opened),
  };
}

/** From the station where this device keeps it, else from the collaborator of where she lives, else from the only store. */
function storeFor(folk: Folk, places: readonly string[], person: string | undefined): string {
  const station = folk.places.commune();
  if (places.includes(station)) return station;
  const held = person === undefined ? undefined : folk.book.get(person);
  const home = held && folk.householdOf(held)?.place;
  return home !== undefined && places.includes(home) ? home : (placesOf(folk, places)[0] ?? '');
}

function placesOf({ places: units }: Folk, places: readonly string[]): readonly string[] {
  return [units.commune(), ...units.villages().map(({ id }) => id)].filter((id) => places.includes(id));
}
