import { person } from '../../../catalogue/records/person.ts';
import { type FieldDefinition, isKept } from '../../../domain/field.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';

/** A column of Mục I: a field of the person, in the paper's order. Card numbers stand in the private part only. */
export interface SheetColumn {
  readonly key: string;
  readonly field: FieldDefinition;
}

const order = ['fullName', 'relation', 'sex', 'birthDate', 'ethnicity', 'education', 'marital', 'residence'];

export const sheetColumns: readonly SheetColumn[] = order.flatMap((key) => {
  const field = person.fields.find((one) => one.key === key);
  return field === undefined || isKept(field.type) ? [] : [{ key, field: { ...field, type: field.type } }];
});

/** The form's own question for a column; `undefined` where the form does not ask it and the cell is read only. */
export function questionOf(form: FormDefinition | undefined, column: string): FieldDefinition | undefined {
  return form?.pages.flatMap(({ questions }) => questions).find(({ field }) => field.key === column)?.field;
}
