import type { CodeList } from '../../../domain/field.ts';
import { foldText } from '../../../domain/search-key.ts';

/** Words that offices use and the lists do not, by list and without accents. */
const spoken: { readonly [list: string]: { readonly [folded: string]: string } } = {
  sex: { 'con trai': 'male', trai: 'male', 'con gai': 'female', gai: 'female', '1': 'male', '2': 'female' },
  relation: {
    vo: 'spouse',
    chong: 'spouse',
    con: 'child',
    'con trai': 'child',
    'con gai': 'child',
    bo: 'parent',
    me: 'parent',
    chau: 'grandchild',
    khac: 'other',
  },
  marital: { 'doc than': 'single', 'da ket hon': 'married', 'co chong': 'married', 'co vo': 'married', goa: 'widowed' },
  poverty: { khong: 'none', 'can ngheo': 'near', ngheo: 'poor' },
  residence: { 'thuong tru': 'usual_present', 'tam vang': 'usual_absent', 'tam tru': 'temporary' },
  education: {
    'mam non': 'none',
    thcs: 'lower_sec',
    thpt: 'upper_sec',
    'cao dang': 'college',
    'dai hoc': 'university',
  },
};

/** A code by its key, its printed number, its words, or what people say for it; empty where it is none of these. */
export function codeOfWords(list: CodeList, given: string): string {
  const folded = foldText(given);
  if (folded === '') return '';
  const found = list.codes.find(
    ({ key, label, printed }) =>
      key === folded || foldText(label.vi) === folded || (printed !== undefined && Number(printed) === Number(folded)),
  );
  return found?.key ?? spoken[list.name]?.[folded] ?? '';
}
