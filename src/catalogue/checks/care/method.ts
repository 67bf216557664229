import type { Check } from '../../../domain/form/check.ts';
import { afterToday, factChecks } from '../fact-checks.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II; Phiếu P0/CTV, bảng 7 và bảng 8';
const inUse = { path: 'person.method' } as const;

/** One woman, one method: the start closes the one before. */
const switches: Check = {
  id: 'method_start_switch',
  strength: 'ask',
  field: 'method',
  when: {
    all: [
      { not: { unknown: inUse } },
      { not: { unknown: { path: 'method' } } },
      { not: { is: [inUse, { path: 'method' }] } },
    ],
  },
  message: {
    vi: 'Ngày đó đang dùng biện pháp khác; ghi mới là thôi biện pháp cũ. Đúng không?',
    en: 'Another method was in use; this start ends it. Is that right?',
  },
  law,
};

const pregnant: Check = {
  id: 'method_start_pregnant',
  strength: 'ask',
  field: 'date',
  when: { not: { above: [{ path: 'person.open.pregnancy' }, { path: 'date' }] } },
  message: {
    vi: 'Sổ đang ghi mang thai từ ngày {since}. Đúng không?',
    en: 'The book has a pregnancy since {since}. Is that right?',
  },
  names: { since: { path: 'person.open.pregnancy' } },
  law,
};

const notInUse: Check = {
  id: 'method_stop_not_open',
  strength: 'stop',
  field: 'method',
  when: {
    all: [
      { not: { unknown: { path: 'person' } } },
      { not: { unknown: { path: 'method' } } },
      { not: { is: [inUse, { path: 'method' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, ngày đó không dùng biện pháp này. Chọn biện pháp đang dùng, hoặc ghi ngày bắt đầu trước',
    en: 'By the book this method was not in use on that day. Choose the one in use, or record its start first',
  },
  law,
};

export const methodStartChecks: readonly Check[] = [
  ...factChecks({ of: 'method_start', who: 'person', date: { vi: 'Ngày sử dụng', en: 'The date' } }),
  switches,
  { ...pregnant, when: { all: [{ not: { unknown: { path: 'person.open.pregnancy' } } }, pregnant.when] } },
];

export const methodStopChecks: readonly Check[] = [
  ...factChecks({ of: 'method_stop', who: 'person', date: { vi: 'Ngày thôi sử dụng', en: 'The date' } }),
  notInUse,
];

export const methodStartUnnamedChecks: readonly Check[] = [
  afterToday({ of: 'method_start_unnamed', date: { vi: 'Ngày sử dụng', en: 'The date' } }),
];
