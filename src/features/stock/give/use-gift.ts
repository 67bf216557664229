import { useState } from 'preact/hooks';
import { productFacts } from '../../../catalogue/stock/norms.ts';
import { methodProducts } from '../../../catalogue/stock/product.ts';
import { goodUntil } from '../../../domain/stock/movement.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Offer, OfferedGoods } from '../../../register/stock/answers.ts';
import type { FieldError } from '../../../ui/error-summary.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import { readWhole } from '../part/line-page.tsx';
import { isDay } from '../part/other-day.tsx';
import { stockWords } from '../part/words.ts';

/** What is about to be given: it begins as the last time, of the lot that expires first. */
export interface Gift {
  readonly goods: OfferedGoods | undefined;
  readonly quantity: string;
  readonly lot: OfferedGoods['lots'][number] | undefined;
  readonly passedOver: string;
  readonly use: string;
  readonly pillCheck: readonly string[];
  readonly price: string;
  readonly sex: string;
  readonly ageGroup: string;
  readonly date: Value | undefined;
}

interface Told {
  readonly goods?: string;
  readonly quantity?: string;
  readonly lot?: string;
  readonly passedOver?: string;
  readonly use?: string;
  readonly pillCheck?: readonly string[];
  readonly price?: string;
  readonly sex?: string;
  readonly ageGroup?: string;
  readonly date?: Value | undefined;
}

export const goodsKey = ({ product, channel }: OfferedGoods): string => `${product} ${channel}`;

export function useGift(offer: Offer, isNamed: boolean) {
  const [told, setTold] = useState<Told>({});
  const given = offer.goods.filter(({ lots }) => lots.length > 0);
  const goods = given.find((one) => goodsKey(one) === told.goods) ?? given[0];
  const gift: Gift = {
    goods,
    quantity: told.quantity ?? usualQuantity(offer, goods),
    lot: goods?.lots.find((lot) => lot.lot === told.lot) ?? goods?.lots[0],
    passedOver: told.passedOver ?? '',
    use: told.use ?? (isNamed ? likelyUse(offer, goods) : ''),
    pillCheck: told.pillCheck ?? [],
    price: told.price ?? (goods?.price == null ? '' : String(goods.price)),
    sex: told.sex ?? '',
    ageGroup: told.ageGroup ?? '',
    date: 'date' in told ? told.date : civilToday(),
  };
  return {
    gift,
    given,
    /** What it is to her method needs no question. */
    isPlain: !isNamed || likelyUse(offer, goods) !== '',
    tell: (change: Told) => setTold({ ...told, ...change }),
    /** Other goods have their own quantity, lot and price. */
    choose: (key: string) => {
      const { quantity: _quantity, lot: _lot, use: _use, price: _price, ...kept } = told;
      setTold({ ...kept, goods: key });
    },
  };
}

function usualQuantity({ last }: Offer, goods: OfferedGoods | undefined): string {
  if (last !== undefined && last.product === goods?.product) return String(last.quantity);
  return String(productFacts.find(({ product }) => product === goods?.product)?.usual ?? 1);
}

/** The same method goes on; where she uses none it begins; where she uses another nobody guesses. */
function likelyUse({ method }: Offer, goods: OfferedGoods | undefined): string {
  const own = methodProducts.find(([, products]) => products.includes(goods?.product ?? ''))?.[0];
  if (own === undefined) return 'beside';
  if (method === own) return 'again';
  return method === '' ? 'start' : '';
}

/** Another lot than the one that goes first, which expires later. */
export function isPassingOver({ goods, lot }: Gift): boolean {
  const [first] = goods?.lots ?? [];
  return first !== undefined && lot !== undefined && goodUntil(first.expiry) < goodUntil(lot.expiry);
}

export function asksPills({ goods, use }: Gift, { isCheckDue }: Offer): boolean {
  const pills = methodProducts.find(([method]) => method === 'pill')?.[1] ?? [];
  return pills.includes(goods?.product ?? '') && (use === 'start' || isCheckDue);
}

/** The answers of the form, or what is missing. */
export function readGift(
  gift: Gift,
  offer: Offer,
  who: { readonly person: string } | 'unnamed',
): { readonly answers: Fields } | { readonly errors: readonly FieldError[] } {
  const copy = stockWords.value;
  const { goods, lot, date } = gift;
  const [quantity, price] = [readWhole(gift.quantity), readWhole(gift.price)];
  const isPaid = goods?.channel !== 'free';
  const isNamed = who !== 'unnamed';
  const missing = [
    [goods === undefined || lot === undefined, 'product', copy.needChoice],
    [quantity === undefined || quantity < 1, 'quantity', copy.needNumber],
    [isPaid && (price === undefined || price < 1), 'unitPrice', copy.needAmount],
    [isNamed && gift.use === '', 'use', copy.needChoice],
    [isNamed && asksPills(gift, offer) && gift.pillCheck.length === 0, 'pillCheck', copy.needChoice],
    [!isNamed && gift.sex === '', 'sex', copy.needChoice],
    [!isNamed && gift.ageGroup === '', 'ageGroup', copy.needChoice],
    [!isDay(date), 'date', copy.needDate],
  ] as const;
  const errors = missing.flatMap(([isMissing, control, text]) => (isMissing ? [{ control, text }] : []));
  if (errors.length > 0 || goods === undefined || lot === undefined || quantity === undefined || !isDay(date))
    return { errors };
  const isPassing = isPassingOver(gift) && gift.passedOver !== '';
  return {
    answers: {
      date,
      store: offer.store,
      product: goods.product,
      channel: goods.channel,
      quantity,
      lot: lot.lot,
      expiry: lot.expiry,
      ...(isPaid && price !== undefined && { unitPrice: price }),
      ...(isPassing && { passedOver: gift.passedOver }),
      ...(isNamed
        ? {
            person: who.person,
            use: gift.use,
            ...(gift.pillCheck.length > 0 && { pillCheck: gift.pillCheck }),
          }
        : { sex: gift.sex, ageGroup: gift.ageGroup }),
    },
  };
}
