/* How a household stands on its sheets, numbered by household and sheet, 012.1: Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, cách ghi. */

/** A line of Mục I, in the paper's order. */
export interface SheetPerson {
  readonly id: string;
  readonly sex: string;
  /** Completed years; null where unknown. */
  readonly age: number | null;
  /** Ruled through: left or dead. */
  readonly isGone: boolean;
  readonly spouse: string;
  readonly mother: string;
  readonly father: string;
}

/** A sheet has seven lines; the eighth person continues on a next one. */
const linesOfSheet = 7;

const youngestWife = 15;
const oldestWife = 49;

/**
 * The people of each sheet. The first couple of reproductive age and everybody else stand on the first; each further
 * couple begins a sheet with its children; whatever is more than seven lines continues on the next.
 */
export function sheetsOf<Person extends SheetPerson>(people: readonly Person[]): readonly (readonly Person[])[] {
  const apart = couplesOf(people).slice(1);
  const sheetOf = new Map<string, number>();
  apart.forEach((couple, index) => {
    for (const id of couple) sheetOf.set(id, index + 1);
  });
  const inCouple = new Set(couplesOf(people).flat());
  for (const person of people) {
    const parents = [person.mother, person.father].filter((id) => id !== '');
    const of = parents.map((id) => sheetOf.get(id)).find((sheet) => sheet !== undefined);
    // A child that is married has a couple of its own to stand with.
    if (of !== undefined && !inCouple.has(person.id)) sheetOf.set(person.id, of);
  }
  const groups = [undefined, ...apart].map((_, sheet) => people.filter(({ id }) => (sheetOf.get(id) ?? 0) === sheet));
  const sheets = groups.flatMap((group) => inSevens(group));
  return sheets.length === 0 ? [[]] : sheets;
}

/** Wives of 15 to 49 with a husband on the same sheet, in the order of the lines. */
function couplesOf(people: readonly SheetPerson[]): readonly (readonly string[])[] {
  const byId = new Map(people.map((person) => [person.id, person]));
  return people.flatMap((wife) => {
    const { sex, age, isGone } = wife;
    const isFertile = sex === 'female' && age !== null && age >= youngestWife && age <= oldestWife;
    const husband = [...byId.values()].find(({ id, spouse }) => id === wife.spouse || spouse === wife.id);
    return isFertile && !isGone && husband !== undefined && !husband.isGone ? [[wife.id, husband.id]] : [];
  });
}

function inSevens<Person>(people: readonly Person[]): readonly (readonly Person[])[] {
  const count = Math.ceil(people.length / linesOfSheet);
  return Array.from({ length: count }, (_, at) => people.slice(at * linesOfSheet, (at + 1) * linesOfSheet));
}

/** "100", or "100.2" where a household has more than one sheet. @param sheet 1, 2, … */
export function sheetNumber(household: string, sheet: number, sheets: number): string {
  return sheets > 1 ? `${household}.${sheet}` : household;
}
