import type { FigureReview } from '../../domain/worklist.ts';

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục II (biểu 01, 02, 03-DSX): số liệu khớp giữa các kỳ và giữa thôn với xã';

/** Checks of the figures of this year: that they close, that villages make the commune, that both sexes are as expected. */
export const figureReviews: readonly FigureReview[] = [
  {
    key: 'balance',
    title: {
      vi: 'Dân số đầu năm, biến động và hiện nay không khớp',
      en: 'The balance of the population does not close',
    },
    message: {
      vi: 'Đầu năm {start}, tăng {came}, giảm {went}: phải là {due}, sổ đang có {end}',
      en: 'At the beginning {start}, came {came}, went {went}: should be {due}, the book has {end}',
    },
    check: {
      is: 'balance',
      start: 'pop_start',
      end: 'pop_end',
      adds: ['births', 'move_in', 'review_add', 'internal_in'],
      takes: ['deaths', 'move_out', 'review_remove', 'internal_out'],
    },
    law,
  },
  {
    key: 'villages_sum',
    title: { vi: 'Cộng các thôn không bằng toàn xã', en: 'The villages do not sum to the commune' },
    message: {
      vi: '{label}: các thôn cộng lại {sum}, toàn xã {whole}',
      en: '{label}: villages {sum}, commune {whole}',
    },
    check: {
      is: 'parts',
      // Each other count looks at the same people and facts, and places them alike.
      of: ['hh_total', 'pop_end', 'births', 'deaths', 'married_persons', 'divorced_persons', 'move_in', 'move_out'],
    },
    law,
  },
  {
    key: 'sex_ratio_birth',
    title: { vi: 'Tỷ số giới tính khi sinh năm nay khác thường', en: 'Unusual sex ratio at birth this year' },
    message: {
      vi: '{boys} bé trai, {girls} bé gái: {ratio} trai/100 gái{few}. Xem lại giới tính đã ghi',
      en: '{boys} boys, {girls} girls: {ratio} per 100{few}. Look at the sexes written down',
    },
    // Outside these a figure is a mistake more often than a fact (a printed table once gave the population's ratio).
    check: { is: 'range', indicator: 'SRB', from: 95, to: 135, fewBelow: 100 },
    law: 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê): tỷ số giới tính khi sinh',
  },
  {
    key: 'sex_ratio',
    title: { vi: 'Tỷ số giới tính của dân số khác thường', en: 'Unusual sex ratio of the population' },
    message: {
      vi: '{boys} nam, {girls} nữ: {ratio} nam/100 nữ. Xem lại giới tính đã ghi',
      en: '{boys} men, {girls} women: {ratio} per 100. Look at the sexes written down',
    },
    check: { is: 'range', indicator: 'sex_ratio', from: 80, to: 120, fewBelow: 200, isSilent: true },
    law: 'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê): tỷ số giới tính của dân số',
  },
];
