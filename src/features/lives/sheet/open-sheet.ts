import { catalogue } from '../../../catalogue/index.ts';
import { sheetsOf } from '../../../catalogue/paper/sheets.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Words } from '../../../domain/words.ts';
import { lineDraft } from '../../draft-path.ts';
import type { Screen } from '../../screen.ts';

type Phone = Pick<Screen['phone'], 'household' | 'person' | 'changes' | 'formContext' | 'yearBook' | 'drafts'>;
type HouseholdPage = NonNullable<Awaited<ReturnType<Phone['household']>>>;
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
  readonly mother: string;
  readonly father: string;
  /** What was typed here and not saved, from before a call, a lock or another page. */
  readonly begun?: BegunLine | undefined;
}

interface BegunLine {
  readonly draft: string;
  readonly typed: Fields;
}

export interface OpenedSheet {
  readonly household: HouseholdPage;
  /** Year whose book is open: it stands on the page. */
  readonly year: number;
  /** Who stands on which sheet. */
  readonly sheets: readonly (readonly SheetLine[])[];
  readonly lines: readonly SheetLine[];
  readonly newLine: SheetLine;
  readonly changes: readonly Change[];
}

const editForm = 'person_edit';
const addForm = 'paper_person';

export async function openSheet(phone: Phone, id: string): Promise<OpenedSheet | undefined> {
  const household = await phone.household(id);
  if (household === undefined) return undefined;
  const [told, blank, changes, book, drafts] = await Promise.all([
    Promise.all(household.people.map((person) => openLine(phone, id, person))),
    openNewLine(phone, id),
    phone.changes(id),
    phone.yearBook(),
    phone.drafts(),
  ]);
  const withBegun = (line: SheetLine): SheetLine => {
    const kept = drafts.find((one) => one.form === lineDraft && one.household === id && (one.person ?? '') === line.id);
    return kept === undefined ? line : { ...line, begun: { draft: kept.id, typed: kept.answers } };
  };
  const [lines, newLine] = [told.map(withBegun), withBegun(blank)];
  return { household, year: book.year, sheets: onSheets(lines), lines, newLine, changes };
}

/** Lines as the paper parts them: a second couple of reproductive age, and more than seven people, on sheets of their own. */
function onSheets(lines: readonly SheetLine[]): readonly (readonly SheetLine[])[] {
  const people = lines.map(({ id, person, isGone, mother, father }) => ({
    id,
    sex: person?.sex ?? '',
    age: person?.age ?? null,
    isGone,
    spouse: person?.spouse ?? '',
    mother,
    father,
  }));
  const byId = new Map(lines.map((line) => [line.id, line]));
  return sheetsOf(people).map((sheet) => sheet.flatMap(({ id }) => byId.get(id) ?? []));
}

async function openLine(phone: Phone, household: string, person: PersonLine): Promise<SheetLine> {
  const isGone = person.status === 'left' || person.status === 'dead';
  const form = isGone ? undefined : formNamed(editForm);
  const page = await phone.person(person.id);
  const said = new Map((page?.fields ?? []).map(({ field, value }) => [field, value]));
  // Who is gone is typed no more, but stands in the same words as who is here.
  const context = await phone.formContext(editForm, household, person.id);
  const subject = form?.subject === undefined ? {} : { [form.subject]: person.id };
  // What is typed off the paper mends the book; what is new from a day on is an event.
  const mends = { isCorrection: true };
  const defaults = { ...context.defaults, ...subject, ...mends };
  const kin = { mother: page?.mother?.id ?? '', father: page?.father?.id ?? '' };
  return { id: person.id, form, defaults, said, isGone, person, ...kin };
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
    mother: '',
    father: '',
  };
}

function formNamed(key: string): FormDefinition | undefined {
  return catalogue.forms.find((form) => form.key === key);
}
