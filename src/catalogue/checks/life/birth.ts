import type { Operand } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import { shortestSpacing } from '../../rules/birth-spacing.ts';
import { isKnown } from '../../rules/spans.ts';
import { birthAfterToday } from './birth-after-today.ts';
import { birthBeforeMother } from './birth-before-mother.ts';
import { birthMotherAge } from './birth-mother-age.ts';

const law = 'Kiểm tra tính hợp lý của Sổ A0/CTV (Thông tư 01/2022/TT-BYT, Phụ lục I)';
const date: Operand = { path: 'date' };
/** Other deliveries of the mother, nearest to this one: on the same day, before it, after it. */
const near = (when: 'on' | 'before' | 'after'): Operand => ({ path: `mother.deliveries.${when}` });

/** A late birth may lie between two others: it is measured to both. */
function spacing(id: string, other: 'before' | 'after'): Check {
  const [from, to] = other === 'before' ? [near('before'), date] : [date, near('after')];
  return {
    id,
    strength: 'ask',
    field: 'date',
    when: { below: [{ daysFrom: from, to }, { value: shortestSpacing }] },
    message: {
      vi: 'Mẹ đã sinh ngày {other}, cách lần này chưa đủ 7 tháng. Đúng không?',
      en: 'The mother gave birth on {other}, less than 7 months apart. Is that right?',
    },
    names: { other: near(other) },
    law,
  };
}

/** The other of twins, written apart; or one child written twice. */
const birthTwice: Check = {
  id: 'birth_twice',
  strength: 'ask',
  field: 'date',
  when: { not: { unknown: near('on') } },
  message: {
    vi: 'Đã ghi một trẻ của mẹ này sinh ngày {day}. Trẻ này sinh cùng lần (sinh đôi), đúng không?',
    en: 'A child of this mother born on {day} is recorded already. Is this one of the same delivery, a twin?',
  },
  names: { day: near('on') },
  law,
};

const motherDead: Check = {
  id: 'birth_after_mothers_death',
  strength: 'stop',
  field: 'date',
  when: { above: [date, { path: 'mother.last.death.person' }] },
  message: {
    vi: 'Ngày sinh của con không được sau ngày chết của mẹ ({died})',
    en: "The child's date of birth cannot be after the mother's death ({died})",
  },
  names: { died: { path: 'mother.last.death.person' } },
  law,
};

const motherLeft: Check = {
  id: 'birth_mother_left',
  strength: 'ask',
  field: 'mother',
  when: { is: [{ path: 'mother.status' }, { value: 'left' }] },
  message: {
    vi: 'Theo sổ, ngày đó mẹ đã chuyển đi khỏi xã. Vẫn ghi trẻ ở hộ này, đúng không?',
    en: 'By the book the mother had left the commune by then. Record the child in this household all the same?',
  },
  law,
};

const motherNotCome: Check = {
  id: 'birth_mother_not_come',
  strength: 'ask',
  field: 'mother',
  when: {
    all: [
      isKnown('mother.id'),
      { unknown: { path: 'mother.status' } },
      { not: { below: [date, { path: 'mother.birthDate' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, ngày đó mẹ chưa đến xã. Trẻ sinh ở nơi khác rồi cùng mẹ đến thì ghi “Chuyển đến”. Vẫn ghi sinh, đúng không?',
    en: 'By the book the mother had not come to the commune by then. A child that came along with her is a move in. Record a birth all the same?',
  },
  law,
};

const motherLeftSince: Check = {
  id: 'birth_mother_left_since',
  strength: 'ask',
  field: 'mother',
  when: {
    all: [
      { is: [{ path: 'mother.status' }, { value: 'active' }] },
      { is: [{ path: 'mother.now.status' }, { value: 'left' }] },
    ],
  },
  message: {
    vi: 'Sau ngày đó mẹ đã chuyển đi khỏi xã ({left}). Trẻ đi cùng mẹ thì lưu xong ghi thêm “Chuyển đi khỏi xã” cho trẻ. Ghi sinh, đúng không?',
    en: 'The mother has left the commune since ({left}). If the child went along, record its move out once this is saved. Record the birth?',
  },
  names: { left: { path: 'mother.last.move_out.person' } },
  law,
};

const order: Operand = { path: 'order' };
const next: Operand = { path: 'mother.children.next' };
const known: Operand = { path: 'mother.children.known' };

/** Fewer than stand in the book cannot be; more, where the book knows some, is asked about too. */
const orderKnown: Check = {
  id: 'birth_order_known',
  strength: 'ask',
  field: 'order',
  when: {
    all: [
      { unknown: near('on') },
      { any: [{ below: [order, next] }, { all: [{ above: [order, next] }, { above: [known, { value: 0 }] }] }] },
    ],
  },
  message: {
    vi: 'Trong sổ mẹ này đã có {known} con sinh trước, trẻ này là con thứ {next}; đang ghi con thứ {order}. Đúng không?',
    en: 'The book has {known} earlier children of this mother, so this is number {next}; number {order} is given. Is that right?',
  },
  names: { known, next, order },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1, cột "con thứ mấy của mẹ"',
};

const fatherOther: Check = {
  id: 'birth_father_other',
  strength: 'ask',
  field: 'father',
  when: {
    all: [
      isKnown('father'),
      isKnown('mother.spouse'),
      { is: [{ path: 'mother.marital' }, { value: 'married' }] },
      { not: { is: [{ path: 'father' }, { path: 'mother.spouse' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, ngày đó chồng của mẹ là người khác. Cha của trẻ vẫn là người này, đúng không?',
    en: 'By the book the mother was married to somebody else on that day. Is this the father all the same?',
  },
  law,
};

const fatherDead: Check = {
  id: 'birth_father_dead',
  strength: 'ask',
  field: 'father',
  when: { above: [date, { after: { path: 'father.last.death.person' }, days: 300 }] },
  message: {
    vi: 'Cha mất ngày {died}, hơn 10 tháng trước khi trẻ sinh. Đúng không?',
    en: 'The father died on {died}, more than 10 months before the birth. Is that right?',
  },
  names: { died: { path: 'father.last.death.person' } },
  law: 'Luật Hôn nhân và gia đình 2014, Điều 88 (con sinh trong thời hạn 300 ngày kể từ khi chấm dứt hôn nhân)',
};

export const birthChecks: readonly Check[] = [
  birthAfterToday,
  birthBeforeMother,
  motherDead,
  motherLeft,
  motherNotCome,
  motherLeftSince,
  birthMotherAge,
  spacing('birth_spacing', 'before'),
  spacing('birth_spacing_after', 'after'),
  birthTwice,
  orderKnown,
  fatherOther,
  fatherDead,
];
