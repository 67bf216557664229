import type { FormContext } from '../../../../domain/form/form.ts';
import { foldText } from '../../../../domain/search-key.ts';
import type { Value } from '../../../../domain/value.ts';

/** A way to type an answer, and the answer it is. */
export interface Option {
  readonly value: Value;
  /** As a cell is completed to it: no other option is called so. */
  readonly label: string;
  /** What it is typed by, wholly or in part; of people the name alone. */
  readonly name: string;
  /** As it is written where room is short: "THCS". */
  readonly short?: string | undefined;
  /** Its number on the printed form; its place in the list where the form prints none at all. Of people only namesakes have one. */
  readonly number: string;
  /** "12/03/2015", "2015"; blank where it is not known, and of what is not born. */
  readonly born?: string;
}

/** Whom a cell may name. Who is called like another is written with the birth date, and may be typed by a number. */
export function optionsOfPeople(choices: FormContext['choices'][string]): readonly Option[] {
  const namesakes = choices.filter((one) => choices.some((other) => other !== one && isSameName(one, other)));
  const calledOf = ({ label, note = '' }: (typeof choices)[number]): string =>
    [label, note.replaceAll(' · ', ', ')].filter((part) => part !== '').join(' ');
  return choices.map((one) => {
    const { value, label: name, note = '' } = one;
    const [born = ''] = note.split(' · ');
    const at = namesakes.indexOf(one);
    if (at < 0) return { value, label: name, name, number: '', born };
    const [called, number] = [calledOf(one), String(at + 1)];
    const isAlone = namesakes.every((other) => other === one || calledOf(other) !== called);
    return { value, label: isAlone ? called : `${called} (${number})`, name, number, born };
  });
}

function isSameName(one: { readonly label: string }, other: { readonly label: string }): boolean {
  return foldText(one.label) === foldText(other.label);
}

/** "tân 2015", "tân 12/3": a name, and when this one was born. */
export function readNameBorn(text: string): { readonly name: string; readonly born: string } | undefined {
  const [, name = '', born = ''] = /^(.*[^\d\s]) (\d{1,4}(?:[/.-]\d{1,4}){0,2})$/.exec(text) ?? [];
  return name === '' ? undefined : { name, born };
}

/** Whether "2015", "12/3", "3/2015", "12/3/15" is a part of a birth date, or all of it. */
export function isBornSo({ born = '' }: Option, told: string): boolean {
  const [known, said] = [born, told].map((text) => text.split(/[/.-]/).map(Number));
  if (known === undefined || said === undefined || born === '') return false;
  const year = known.at(-1) ?? 0;
  if (said.length === 1) return said[0] === year;
  const [first, second = 0, third] = said;
  if (third !== undefined)
    return isSame(known, [first, second, third < 100 ? third + Math.floor(year / 100) * 100 : third]);
  return second > 31 ? isSame(known.slice(-2), said) : known.length === 3 && isSame(known.slice(0, 2), said);
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, at) => part === other[at]);
}
