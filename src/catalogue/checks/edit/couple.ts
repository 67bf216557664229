import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';

/* Two of the book are noted as a couple. */

const law =
  'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 9; Luật Hôn nhân và gia đình 2014, Điều 5 (một vợ một chồng)';
const spouse = { path: 'spouse' } as const;
const isTold: Condition = { all: [{ not: { unknown: spouse } }, { not: { is: [spouse, { path: 'person.spouse' }] } }] };

/** The form writes another sex than stands. */
export const isSexAnew: Condition = {
  all: [{ not: { unknown: { path: 'sex' } } }, { not: { is: [{ path: 'sex' }, { path: 'person.sex' }] } }],
};

const self: Check = {
  id: 'spouse_is_self',
  strength: 'stop',
  field: 'spouse',
  when: { is: [spouse, { path: 'person' }] },
  message: { vi: 'Chọn vợ/chồng là một người khác', en: 'Choose somebody else as the spouse' },
  law,
};

const notMarried: Check = {
  id: 'spouse_not_married',
  strength: 'stop',
  field: 'spouse',
  when: {
    all: [
      isTold,
      { not: { unknown: { path: 'spouse.marital' } } },
      { not: { is: [{ path: 'spouse.marital' }, { value: 'married' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, người này không có vợ/chồng. Mới cưới thì ghi “Kết hôn”; sổ ghi sai thì sửa tình trạng hôn nhân của người ấy trước',
    en: 'By the book this person is not married. For a new wedding use “Marriage”; where the book is wrong, mend that person’s marital status first',
  },
  law,
};

const isUnmarried = (path: string): Condition => ({
  all: [{ not: { unknown: { path } } }, { not: { is: [{ path }, { value: 'married' }] } }],
});

function selfNotMarried(id: string, when: Condition): Check {
  return {
    id,
    strength: 'stop',
    field: 'spouse',
    when: { all: [isTold, when] },
    message: {
      vi: 'Chỉ người có vợ/chồng mới ghi vợ/chồng là ai. Mới cưới thì ghi “Kết hôn”; sổ ghi sai thì sửa tình trạng hôn nhân',
      en: 'Only who is married has a spouse. For a new wedding use “Marriage”; where the book is wrong, mend the marital status',
    },
    law,
  };
}

const ofOther: Check = {
  id: 'spouse_of_other',
  strength: 'ask',
  field: 'spouse',
  when: {
    all: [
      isTold,
      { not: { unknown: { path: 'spouse.spouse' } } },
      { not: { is: [{ path: 'spouse.spouse' }, { path: 'person' }] } },
      { is: [{ path: 'spouse.marital' }, { value: 'married' }] },
    ],
  },
  message: {
    vi: 'Theo sổ, người này là vợ/chồng của người khác. Ghi lại, đúng không?',
    en: 'By the book this person is somebody else’s spouse. Write it anew?',
  },
  law,
};

/** Told of a row that is being written, or of two who stand. */
function sameSex(id: string, sex: string, isNew = isTold): Check {
  return {
    id,
    strength: 'ask',
    field: 'spouse',
    when: { all: [isNew, { is: [{ path: sex }, { path: 'spouse.sex' }] }] },
    message: {
      vi: 'Hai người cùng giới tính trong sổ. Đúng không?',
      en: 'The two are of the same sex by the book. Is that right?',
    },
    law,
  };
}

/** Of a new row. */
export const rowCoupleChecks: readonly Check[] = [notMarried, ofOther, sameSex('couple_same_sex', 'sex')];
/** Of two who stand in the book. */
export const coupleChecks: readonly Check[] = [
  self,
  notMarried,
  selfNotMarried('couple_not_married', isUnmarried('person.marital')),
  ofOther,
  sameSex('couple_of_one_sex', 'person.sex'),
];

/** The same where the form may mend marital status and sex: what it says counts, else what stands. */
export const editCoupleChecks: readonly Check[] = [
  self,
  notMarried,
  selfNotMarried('couple_self_not_married', {
    any: [isUnmarried('marital'), { all: [{ unknown: { path: 'marital' } }, isUnmarried('person.marital')] }],
  }),
  ofOther,
  sameSex('couple_self_same_sex', 'sex', { any: [isTold, isSexAnew] }),
];
