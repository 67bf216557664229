import { nth } from '../../../catalogue/checks/nth.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import type { Fields } from '../../../domain/value.ts';

/** What two records of one person have in common; anything else that is answered changes nothing. */
const telling = ['fullName', 'birthDate', 'sex', 'phone', 'insuranceNo', 'mother'] as const;

/** Whether a form writes down somebody new. */
export function makesPerson({ writes }: FormDefinition): boolean {
  return writes.some(({ kind, onto }) => kind === 'person' && onto === undefined);
}

/**
 * What of these answers tells of a double in the book; `undefined` while nobody new is named. A child is born on the day of
 * its birth: that form asks no other date of birth.
 * @param place the how-manieth of several people whom the form writes down
 */
export function tellingAnswers(definition: FormDefinition, answers: Fields, place = 0): Fields | undefined {
  const fullName = answers[nth('fullName', place)];
  if (!makesPerson(definition) || typeof fullName !== 'string' || fullName.trim() === '') return undefined;
  const questions = definition.pages.flatMap((page) => page.questions.map(({ field }) => field.key));
  const own = Object.fromEntries(telling.map((key) => [key, answers[nth(key, place)] ?? null] as const));
  const born = questions.includes('birthDate') ? own.birthDate : answers.date;
  const all: Fields = { ...own, birthDate: born ?? null };
  return Object.fromEntries(telling.flatMap((key) => (all[key] ? [[key, all[key]] as const] : [])));
}
