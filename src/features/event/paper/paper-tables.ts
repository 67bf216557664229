import { catalogue } from '../../../catalogue/index.ts';
import type { FormDefinition, Question } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import { drawnQuestions } from '../../../ui/form/page-questions.ts';

/*
 * Phiếu thu tin P0/CTV (Thông tư 01/2022/TT-BYT, Phụ lục I): its eleven tables, and the forms that a row of each is
 * recorded with. Where a table holds several events, the row says which.
 */

export interface PaperTable {
  readonly number: number;
  readonly forms: readonly FormDefinition[];
  /** Answers that the table itself gives: who is in table 4 comes from another commune for the first time. */
  readonly given: Fields;
  /** Keys of the questions in the order of the printed columns; what is not named follows. */
  readonly columns: readonly string[];
}

interface Table {
  readonly forms: readonly string[];
  readonly given?: Fields;
  readonly columns?: readonly string[];
}

/** Bảng 4: họ tên, BHYT, quan hệ, giới tính, ngày sinh, dân tộc, học vấn, hôn nhân, ngày đến, nơi đi. */
const arrivalColumns = [
  'fullName',
  'insuranceNo',
  'relation',
  'sex',
  'birthDate',
  'ethnicity',
  'education',
  'marital',
  'date',
  'from',
];

const tables: readonly Table[] = [
  { forms: ['birth'] },
  { forms: ['newborn_screen'] },
  { forms: ['death'] },
  { forms: ['move_in'], given: { wasHere: false }, columns: arrivalColumns },
  { forms: ['move_out'] },
  { forms: ['marriage', 'divorce', 'person_edit'], given: { isCorrection: false } },
  { forms: ['method_start'] },
  { forms: ['method_stop'] },
  { forms: ['pregnancy', 'miscarriage', 'abortion'] },
  { forms: ['prenatal_screen'] },
  { forms: ['elder_check'] },
];

export const paperTables: readonly PaperTable[] = tables.map(({ forms, given = {}, columns = [] }, index) => ({
  number: index + 1,
  forms: forms.flatMap((key) => catalogue.forms.filter((form) => form.key === key)),
  given,
  columns,
}));

/** Kin who stand in the book are mended on the page of a person, not on a sheet of events; nor are parents told there. */
function isOfPerson({ field, startsAs }: Question): boolean {
  return ['mother', 'father'].includes(field.key) || (field.type.is === 'reference' && startsAs !== undefined);
}

/** What a form asks beyond the columns of its table. */
const beyond: { readonly [form: string]: readonly string[] } = { pregnancy: ['week'] };

/** What can be typed of a form into cells; several codes at once cannot. A birth does name its mother. */
export function questionsOf(form: FormDefinition): readonly Question[] {
  const questions = drawnQuestions(form.pages.flatMap((page) => page.questions));
  return questions.filter((question) => {
    const { type, key } = question.field;
    if (beyond[form.key]?.includes(key)) return false;
    return type.is !== 'codes' && type.is !== 'place' && (key === form.subject || !isOfPerson(question));
  });
}
