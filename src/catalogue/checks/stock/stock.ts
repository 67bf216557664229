import type { Condition, Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { isKnown } from '../../rules/spans.ts';
import { collaboratorProducts, methodProducts } from '../../stock/product.ts';
import { afterToday, factChecks } from '../fact-checks.ts';

/* `stock` of the scope says of the shelf and the lot that are answered how they stand: see lot-scope.ts. */

const law = 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai';
const date: Operand = { path: 'date' };
const quantity: Operand = { path: 'quantity' };
const goodUntil: Operand = { path: 'stock.goodUntil' };
const isAbove = (operand: Operand, number: number): Condition => ({ above: [operand, { value: number }] });

/** Supplying what is past its day is prohibited: it is written off or returned, never given, sold or issued. */
const expired: Omit<Check, 'id' | 'when'> = {
  strength: 'stop',
  field: 'expiry',
  message: {
    vi: 'Lô này hết hạn ngày {goodUntil}: không cấp, bán hay xuất được; chỉ ghi hao hụt hoặc trả tuyến trên',
    en: 'This lot expired on {goodUntil}: it is not given, sold or issued, only written off or returned',
  },
  names: { goodUntil },
  law: 'Pháp lệnh Dân số 06/2003/PL-UBTVQH11, Điều 7 khoản 3 (phương tiện tránh thai quá hạn sử dụng)',
};

/** Of a point that was closed: what is still in it goes out as a return or a loss. */
const closed: Omit<Check, 'id' | 'when'> = {
  strength: 'stop',
  field: 'date',
  message: {
    vi: 'Điểm trạm đã đóng từ ngày {closed}: chỉ trả lại, ghi hao hụt hoặc điều chỉnh',
    en: 'The point is closed since {closed}: goods are only returned, written off or adjusted',
  },
  names: { closed: { path: 'stock.closed' } },
  law,
};
const isClosed: Condition = { above: [date, { path: 'stock.closed' }] };

/** First expiry first; whoever takes another lot says why. */
const passesOver: Omit<Check, 'id' | 'when'> = {
  strength: 'stop',
  field: 'passedOver',
  message: {
    vi: 'Lô {first} hết hạn trước, xuất trước. Chọn lô đó, hoặc ghi vì sao không xuất lô đó',
    en: 'Lot {first} expires first and goes first. Take it, or say why not',
  },
  names: { first: { path: 'stock.first' } },
  law,
};
const isPassingOver: Condition = { all: [isKnown('stock.first'), { unknown: { path: 'passedOver' } }] };

/** What the card says may be wrong; the goods in hand are not. The shortage is shown until it is settled. */
const tooFew: Omit<Check, 'id' | 'when'> = {
  strength: 'ask',
  field: 'quantity',
  message: {
    vi: 'Thẻ kho của lô này chỉ còn {onHand}. Vẫn ghi, đúng không?',
    en: 'By the card only {onHand} of this lot are left. Record it all the same?',
  },
  names: { onHand: { path: 'stock.onHand' } },
  law,
};
const isTooFew: Condition = { above: [quantity, { path: 'stock.onHand' }] };

const isOther: Condition = {
  all: [isKnown('product'), { not: { oneOf: [{ path: 'product' }, collaboratorProducts] } }],
};
const notForCollaborator: Omit<Check, 'id' | 'when'> = {
  strength: 'stop',
  field: 'product',
  message: {
    vi: 'Cộng tác viên chỉ cấp bao cao su và viên uống tránh thai',
    en: 'A collaborator hands out condoms and pills only',
  },
  law: 'Thông tư 02/2021/TT-BYT',
};

/** To one person at one time. */
const muchToGive = 300;

const given = (of: string): readonly Check[] => [
  { ...closed, id: `${of}_closed`, when: isClosed },
  { ...expired, id: `${of}_expired`, when: { above: [date, goodUntil] } },
  { ...passesOver, id: `${of}_passes_over`, when: isPassingOver },
  {
    ...notForCollaborator,
    id: `${of}_not_for_collaborator`,
    when: { all: [{ is: [{ path: 'stock.isVillage' }, { value: true }] }, isOther] },
  },
  { ...tooFew, id: `${of}_too_few`, when: isTooFew },
  {
    id: `${of}_much`,
    strength: 'ask',
    field: 'quantity',
    when: isAbove(quantity, muchToGive),
    message: {
      vi: 'Một lần cấp {quantity} cho một người. Đúng không?',
      en: '{quantity} given to one person at once. Is that right?',
    },
    names: { quantity },
    law,
  },
];

const isPill: Condition = {
  oneOf: [{ path: 'product' }, methodProducts.find(([method]) => method === 'pill')?.[1] ?? []],
};
const isStart: Condition = { is: [{ path: 'use' }, { value: 'start' }] };
const isInUse: Condition = {
  any: methodProducts.map(([key, products]) => ({
    all: [{ is: [{ path: 'person.method' }, { value: key }] }, { oneOf: [{ path: 'product' }, products] }],
  })),
};

export const giveChecks: readonly Check[] = [
  ...factChecks({ of: 'stock_give', who: 'person', date: { vi: 'Ngày cấp', en: 'The date' } }),
  ...given('stock_give'),
  {
    id: 'stock_give_not_in_use',
    strength: 'stop',
    field: 'use',
    when: {
      all: [{ is: [{ path: 'use' }, { value: 'again' }] }, isKnown('person'), isKnown('product'), { not: isInUse }],
    },
    message: {
      vi: 'Theo sổ, ngày đó không dùng biện pháp này. Ghi là bắt đầu dùng, hoặc là cấp thêm',
      en: 'By the book this method was not in use on that day. Record that it begins, or that it is beside her method',
    },
    law,
  },
  {
    id: 'stock_give_unasked',
    strength: 'stop',
    field: 'pillCheck',
    when: { all: [isPill, isStart, { unknown: { path: 'pillCheck' } }] },
    message: {
      vi: 'Cấp viên uống lần đầu hoặc khi đổi biện pháp: hỏi các dấu hiệu trước',
      en: 'Pills for the first time, or at a change: ask about the signs first',
    },
    law: 'Quyết định 4128/QĐ-BYT ngày 29/7/2016',
  },
  {
    id: 'stock_give_sign',
    strength: 'ask',
    field: 'pillCheck',
    when: { all: [isPill, isKnown('pillCheck'), { not: { is: [{ path: 'pillCheck' }, { value: ['none'] }] } }] },
    message: {
      vi: 'Có dấu hiệu cần khám trước. Đã chuyển chị đến trạm y tế, đúng không?',
      en: 'A sign to be examined first. Was she sent to the station?',
    },
    law: 'Quyết định 4128/QĐ-BYT ngày 29/7/2016',
  },
  {
    id: 'stock_give_pregnant',
    strength: 'ask',
    field: 'date',
    when: { all: [isStart, isKnown('person.open.pregnancy')] },
    message: {
      vi: 'Sổ đang ghi mang thai từ ngày {since}. Đúng không?',
      en: 'The book has a pregnancy since {since}. Is that right?',
    },
    names: { since: { path: 'person.open.pregnancy' } },
    law,
  },
];

export const giveUnnamedChecks: readonly Check[] = [
  afterToday({ of: 'stock_give_unnamed', date: { vi: 'Ngày cấp', en: 'The date' } }),
  ...given('stock_give_unnamed'),
];

const type: Operand = { path: 'type' };
const isType = (...types: readonly string[]): Condition => ({ oneOf: [type, types] });

export const moveChecks: readonly Check[] = [
  afterToday({ of: 'stock_move', date: { vi: 'Ngày nhập, xuất', en: 'The date' } }),
  { ...closed, id: 'stock_move_closed', when: { all: [isType('receipt', 'opening', 'issue'), isClosed] } },
  { ...expired, id: 'stock_move_expired', when: { all: [isType('issue'), { above: [date, goodUntil] }] } },
  { ...passesOver, id: 'stock_move_passes_over', when: { all: [isType('issue'), isPassingOver] } },
  {
    ...tooFew,
    id: 'stock_move_too_few',
    when: { all: [isType('issue', 'return_out', 'loss'), isTooFew] },
  },
  // What she may not give she is not sent; what she has of it goes back.
  {
    ...notForCollaborator,
    id: 'stock_move_not_for_collaborator',
    when: {
      all: [isType('receipt', 'opening', 'issue'), { is: [{ path: 'stock.isToVillage' }, { value: true }] }, isOther],
    },
  },
  {
    id: 'stock_move_nothing',
    strength: 'stop',
    field: 'quantity',
    when: {
      any: [
        { is: [quantity, { value: 0 }] },
        { all: [{ not: isType('adjust') }, { below: [quantity, { value: 0 }] }] },
      ],
    },
    message: { vi: 'Nhập số lượng lớn hơn 0', en: 'Enter a quantity above 0' },
    law,
  },
  {
    id: 'stock_move_arrived_expired',
    strength: 'stop',
    field: 'expiry',
    when: { all: [isType('receipt'), { above: [date, goodUntil] }] },
    message: {
      vi: 'Lô nhận về đã hết hạn ngày {goodUntil}. Xem lại hạn dùng trên bao; nếu đúng thì không nhận, trả lại nơi giao',
      en: 'What came expired on {goodUntil}. Look at the pack again; if it is so, do not take it in',
    },
    names: { goodUntil },
    law: 'Pháp lệnh Dân số 06/2003/PL-UBTVQH11, Điều 7 khoản 3 (phương tiện tránh thai quá hạn sử dụng)',
  },
  {
    id: 'stock_move_other_expiry',
    strength: 'ask',
    field: 'expiry',
    when: { is: [{ path: 'stock.hasOtherExpiry' }, { value: true }] },
    message: {
      vi: 'Thẻ kho ghi lô này với hạn dùng khác ({goodUntil}). Số lô và hạn dùng đúng chưa?',
      en: 'The card has this lot with another expiry ({goodUntil}). Are number and expiry right?',
    },
    names: { goodUntil },
    law,
  },
  {
    id: 'stock_move_much',
    strength: 'ask',
    field: 'quantity',
    when: isAbove(quantity, 50_000),
    message: { vi: 'Số lượng {quantity}. Đúng không?', en: 'A quantity of {quantity}. Is that right?' },
    names: { quantity },
    law,
  },
];
