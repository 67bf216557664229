import { stockMovement } from '../../../catalogue/records/stock/movement.ts';
import { bad } from '../../../domain/outcome.ts';
import { inTransit } from '../../../domain/stock/transit.ts';
import type { Words } from '../../../domain/words.ts';
import type { Folk } from '../../../register/folk.ts';
import { offerFor } from '../../../register/stock/offer.ts';
import { closedOn, outlyingStores, placeOfStore } from '../../../register/stock/point.ts';
import type { StoreMove } from '../../../register/stock/stockroom.ts';
import { stockCard, storeLines, storePage } from '../../../register/stock/store-page.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { StockApi } from '../../api/stock-api.ts';
import { isKept, known, type OpenedStock, type StockBench, saveAll } from './stock-bench.ts';
import type { PaperAnswers } from './stock-papers.ts';

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
      const bench = await opened();
      return isKept(bench, store) ? storePage(bench.folk, store, bench.today) : undefined;
    },
    async stockCard(store, product, channel, most) {
      const bench = await opened();
      const { folk, today } = bench;
      // "all": station and collaborators together, as the commune's report adds them up.
      if (store === 'all') return stockCard(folk, { store: '', product, channel }, today, most);
      return isKept(bench, store) ? stockCard(folk, { store, product, channel }, today, most) : undefined;
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
      const { left, sent: move } = onItsWay(bench, sent) ?? {};
      if (move === undefined || left === undefined) return bad(nothingLeft);
      if (!Number.isInteger(quantity) || quantity < 1 || quantity > left) return bad(tooMuch);
      const type = move.type === 'issue' ? 'receipt' : 'return_in';
      return saveAll(bench, [
        arrival(move, { type, store: move.counterpart, counterpart: move.store }, quantity, bench),
      ]);
    },
    async takeBackLeft(sent) {
      const bench = await opened();
      const { left, sent: move } = onItsWay(bench, sent) ?? {};
      if (move === undefined || left === undefined) return bad(nothingLeft);
      const { store, counterpart } = move;
      return saveAll(bench, [arrival(move, { type: 'return_in', store, counterpart }, left, bench)]);
    },
    ...lateAnswers(async () => (await import('./stock-papers.ts')).paperAnswers(opened)),
  };
}

/** What is done once a month, loaded by the first who does it. */
function lateAnswers(papers: () => Promise<PaperAnswers>): PaperAnswers {
  return {
    receiveOrdered: async (order, answers, yes) => (await papers()).receiveOrdered(order, answers, yes),
    passOn: async (answers, yes) => (await papers()).passOn(answers, yes),
    countSheet: async (store) => (await papers()).countSheet(store),
    saveCount: async (store, found, reason) => (await papers()).saveCount(store, found, reason),
    orderSheet: async (store) => (await papers()).orderSheet(store),
    saveOrder: async (store, lines) => (await papers()).saveOrder(store, lines),
    stockReport: async (store, month) => (await papers()).stockReport(store, month),
    stockMoney: async (store) => (await papers()).stockMoney(store),
    remit: async (store, told, yes) => (await papers()).remit(store, told, yes),
    savePoint: async (point, told) => (await papers()).savePoint(point, told),
    stockCompared: async (month) => (await papers()).stockCompared(month),
  };
}

function onItsWay({ folk }: OpenedStock, sent: string) {
  return inTransit([...folk.stock.movements()]).find((one) => one.sent.id === sent);
}

interface Arriving {
  readonly type: 'receipt' | 'return_in';
  readonly store: string;
  readonly counterpart: string;
}

/** Written where what was sent is written: both sides see it. */
function arrival(move: StoreMove, to: Arriving, quantity: number, { today }: OpenedStock): OpDraft {
  const { id, product, channel, lot, expiry, held } = move;
  const add = known({ date: today, ...to, product, channel, lot, expiry, quantity, confirms: id });
  return { kind: stockMovement.kind, place: held.place, add };
}

/** From the station where this device keeps it, else from the collaborator of where she lives, else from the only store. */
function storeFor(folk: Folk, places: readonly string[], person: string | undefined): string {
  const station = folk.places.commune();
  if (places.includes(station)) return station;
  const held = person === undefined ? undefined : folk.book.get(person);
  const home = held && folk.householdOf(held)?.place;
  return home !== undefined && places.includes(home) ? home : (placesOf(folk, places)[0] ?? '');
}

/** The stores that this device may give from: no point that was closed. */
function placesOf(folk: Folk, places: readonly string[]): readonly string[] {
  const { places: units } = folk;
  const outlying = outlyingStores(folk).filter((id) => closedOn(folk, id) === '');
  return [units.commune(), ...outlying, ...units.villages().map(({ id }) => id)].filter((id) =>
    places.includes(placeOfStore(folk, id)),
  );
}
