import type { Condition } from '../../../domain/condition.ts';
import type { FormDefinition, FormWrite, Question, WriteSource } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { giveChecks, giveUnnamedChecks } from '../../checks/stock/stock.ts';
import { women } from '../../choices/members.ts';
import { methodStart } from '../../records/care/method-start.ts';
import { givenQuantity, stockMovement } from '../../records/stock/movement.ts';
import { supply } from '../../records/stock/supply.ts';
import { methodProducts } from '../../stock/product.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf, askSurely, askToday } from '../parts/questions.ts';
import { isWoman } from '../parts/rules.ts';
import { isPaid, moveValues, storeQuestion } from './parts.ts';

const law = 'Thông tư 02/2021/TT-BYT; Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai';

const howMany: Question = { field: { ...givenQuantity, type: { is: 'integer', min: 1, max: 999_999 } } };

const goods: readonly Question[] = [
  ask(stockMovement, 'channel'),
  { ...askSurely(stockMovement, 'unitPrice'), when: isPaid },
  ask(stockMovement, 'lot'),
  ask(stockMovement, 'expiry'),
  ask(stockMovement, 'passedOver'),
];

const ofMethod = (products: readonly string[]): Condition => ({ oneOf: [{ path: 'product' }, products] });
const method: WriteSource = {
  choose: methodProducts.map(([key, products]) => ({ when: ofMethod(products), use: { value: key } })),
};
const isPaidOrFree: WriteSource = {
  choose: [{ when: isPaid, use: { value: 'sale' } }, { use: { value: 'dispense' } }],
};

const line: FormWrite = {
  name: 'line',
  kind: stockMovement.kind,
  place: 'stock.place',
  values: { ...moveValues, type: isPaidOrFree },
};

/** One act, three books: her own panel, the card of the store, and so the report; and her method where it begins. */
export const giveForm: FormDefinition = {
  key: 'stock_give',
  title: { vi: 'Cấp phát', en: 'Give contraceptives' },
  help: {
    vi: 'Một lần ghi vào trang riêng của chị, thẻ kho và báo cáo. Lô hết hạn trước được chọn sẵn; lô đã hết hạn không cấp được. Số này chỉ hiện tên ở trang riêng của chị.',
    en: 'One entry writes her own panel, the stock card and the report. The lot that expires first stands there; an expired one is not given. Her name stands in her own panel only.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  isWhole: true,
  suits: isWoman(10, 59),
  law,
  checks: idsOf(giveChecks),
  pages: [
    {
      key: 'given',
      title: { vi: 'Cấp phát', en: 'What is given' },
      questions: [
        askOneOf(women, supply),
        askToday(supply),
        storeQuestion,
        ask(supply, 'product'),
        howMany,
        ask(supply, 'use'),
        { ...ask(supply, 'pillCheck'), when: ofMethod(productsOf('pill')) },
      ],
    },
    { key: 'goods', title: { vi: 'Kênh và lô', en: 'Channel and lot' }, questions: goods },
  ],
  writes: [
    {
      name: 'supply',
      kind: supply.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        product: { field: 'product' },
        channel: { field: 'channel' },
        quantity: { field: 'quantity' },
        use: { field: 'use' },
        pillCheck: { field: 'pillCheck' },
        asked: { context: 'asked' },
      },
    },
    {
      name: 'start',
      kind: methodStart.kind,
      when: {
        all: [
          { is: [{ path: 'use' }, { value: 'start' }] },
          { any: methodProducts.map(([, products]) => ofMethod(products)) },
        ],
      },
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        method,
        source: { choose: [{ when: isPaid, use: { value: 'social' } }, { use: { value: 'free' } }] },
      },
    },
    { ...line, values: { ...line.values, supply: { made: 'supply' } } },
  ],
};

/** To somebody who is not in the book, or does not want to be named: temporary residents are served like everyone. */
export const giveUnnamedForm: FormDefinition = {
  key: 'stock_give_unnamed',
  title: { vi: 'Cấp phát, không nêu tên', en: 'Give without a name' },
  help: {
    vi: 'Dùng cho người tạm trú hoặc người không muốn nêu tên. Chỉ ghi giới tính và nhóm tuổi, không có chỗ nào ghi tên. Thẻ kho và báo cáo vẫn đủ.',
    en: 'For temporary residents, and whoever does not want to be named. Only sex and age group are kept. Card and report are complete all the same.',
  },
  ...formSet,
  asks: 'village',
  shown: 'stock',
  law: `${law}; Luật 91/2025/QH15 (tối thiểu hóa dữ liệu)`,
  checks: idsOf(giveUnnamedChecks),
  pages: [
    {
      key: 'given',
      title: { vi: 'Cấp phát', en: 'What is given' },
      questions: [
        askToday(stockMovement),
        storeQuestion,
        askSurely(stockMovement, 'sex'),
        askSurely(stockMovement, 'ageGroup'),
        ask(stockMovement, 'product'),
        howMany,
      ],
    },
    { key: 'goods', title: { vi: 'Kênh và lô', en: 'Channel and lot' }, questions: goods },
  ],
  writes: [{ ...line, values: { ...line.values, sex: { field: 'sex' }, ageGroup: { field: 'ageGroup' } } }],
};

function productsOf(key: string): readonly string[] {
  return methodProducts.find(([known]) => known === key)?.[1] ?? [];
}
