import type { Code } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

/**
 * Numbers printed on the paper for codes, as far as nobody has laid them beside the signed appendix of the circular: one
 * table, to be corrected in one place. Codes are stored by their keys; a number is a property of a form set only.
 * V: read in the signed text · D: read in a draft, or in a commune's own software for this form · R: recalled, unverified.
 */
interface PrintedCode {
  readonly formSet: string;
  readonly list: string;
  readonly key: string;
  readonly printedCode: string;
  readonly labelVi: string;
  readonly mark: 'V' | 'D' | 'R';
}

const { formSet: set } = formSet;

function row(list: string, key: string, printedCode: string, labelVi: string, mark: PrintedCode['mark']): PrintedCode {
  return { formSet: set, list, key, printedCode, labelVi, mark };
}

export const printedCodes: readonly PrintedCode[] = [
  row('household_kind', 'family', '1', 'Hộ gia đình', 'R'),
  row('household_kind', 'collective', '2', 'Hộ tập thể', 'R'),
  row('relation', 'head', '1', 'Chủ hộ', 'R'),
  row('relation', 'spouse', '2', 'Vợ / chồng', 'R'),
  row('relation', 'child', '3', 'Con đẻ', 'R'),
  row('relation', 'adopted', '4', 'Con nuôi', 'R'),
  row('relation', 'son_in_law', '4', 'Con rể', 'R'),
  row('relation', 'daughter_in_law', '4', 'Con dâu', 'R'),
  row('relation', 'parent', '5', 'Bố / mẹ', 'R'),
  row('relation', 'grandchild', '6', 'Cháu nội / ngoại', 'R'),
  row('relation', 'other', '7', 'Quan hệ khác', 'R'),
  row('method', 'iud', '1', 'Vòng tránh thai (DCTC)', 'D'),
  row('method', 'ster_m', '2', 'Triệt sản nam', 'D'),
  row('method', 'ster_f', '3', 'Triệt sản nữ', 'D'),
  row('method', 'condom', '4', 'Bao cao su', 'D'),
  row('method', 'pill', '5', 'Viên uống tránh thai', 'D'),
  row('method', 'inject', '6', 'Thuốc tiêm tránh thai', 'D'),
  row('method', 'implant', '7', 'Thuốc cấy tránh thai', 'D'),
  row('method', 'other', '8', 'Biện pháp khác', 'R'),
];

/** The codes of a list, each with the number that the form set in force prints for it. */
export function withPrinted(list: string, codes: readonly Code[]): readonly Code[] {
  const rows = printedCodes.filter((one) => one.formSet === set && one.list === list);
  return codes.map((code) => {
    const printed = rows.find(({ key }) => key === code.key)?.printedCode;
    return printed === undefined ? code : { ...code, printed };
  });
}
