import { catalogue } from '../../../catalogue/index.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import type { Screen } from '../../screen.ts';

type Phone = Screen['phone'];
export type HouseholdPage = NonNullable<Awaited<ReturnType<Phone['household']>>>;
type PersonLine = HouseholdPage['people'][number];
type Change = Awaited<ReturnType<Phone['changes']>>[number];

/** One line of Mục I: a person of the household, or the line below them where somebody new is written. */
export interface SheetLine {
  /** Person id; `''` for the new line. */
  readonly id: string;
  readonly form: FormDefinition | undefined;
  /** Answers of the form as they stand. */
  readonly defaults: Fields;
  /** What the book says, by field: for cells that the form does not ask. */
  readonly said: ReadonlyMap<string, Words>;
  readonly isGone: boolean;
  readonly person: PersonLine | undefined;
}

export interface OpenedSheet {
  readonly household: HouseholdPage;
  readonly lines: readonly SheetLine[];
  readonly newLine: SheetLine;
  readonly changes: readonly Change[];
}

const editForm = 'person_edit';
const addForm = 'paper_person';

export async function openSheet(phone: Phone, id: string): Promise<OpenedSheet | undefined> {
  const household = await phone.household(id);
  if (household === undefined) return undefined;
  const [lines, newLine, changes] = await Promise.all([
    Promise.all(household.people.map((person) => openLine(phone, id, person))),
    openNewLine(phone, id),
    phone.changes(id),
  ]);
  return { household, lines, newLine, changes };
}

async function openLine(phone: Phone, household: string, person: PersonLine): Promise<SheetLine> {
  const isGone = person.status === 'left' || person.status === 'dead';
  const form = isGone ? undefined : formNamed(editForm);
  const page = await phone.person(person.id);
  const said = new Map((page?.fields ?? []).map(({ field, value }) => [field, value]));
  const context = form === undefined ? undefined : await phone.formContext(form.key, household, person.id);
  const subject = form?.subject === undefined ? {} : { [form.subject]: person.id };
  // What is typed off the paper mends the book; what is new from a day on is an event.
  const mends = { isCorrection: true };
  return { id: person.id, form, defaults: { ...context?.defaults, ...subject, ...mends }, said, isGone, person };
}

async function openNewLine(phone: Phone, household: string): Promise<SheetLine> {
  const form = formNamed(addForm);
  const context = form === undefined ? undefined : await phone.formContext(form.key, household);
  return {
    id: '',
    form,
    defaults: context?.defaults ?? {},
    said: new Map(),
    isGone: false,
    person: undefined,
  };
}

function formNamed(key: string): FormDefinition | undefined {
  return catalogue.forms.find((form) => form.key === key);
}
