import type { PeopleChoice } from '../../../register/lives/answers.ts';

/** Which people are shown to be ticked: a list of the book, or everybody of a sex and between two ages. */
export interface ListChoice {
  /** Key of a list; `everybody` is no list of the book. */
  readonly filter: string;
  readonly sex: string;
  /** As typed, in completed years. */
  readonly from: string;
  readonly to: string;
}

export const everybody = 'everybody';

const all: ListChoice = { filter: everybody, sex: '', from: '', to: '' };

/** The list that an event is usually ticked on; another can be chosen. */
const usual: { readonly [form: string]: Partial<ListChoice> } = {
  elder_check: { filter: 'elders' },
  newborn_screen: { filter: 'newborns' },
  prenatal_screen: { sex: 'female', from: '15', to: '49' },
};

export function usualChoice(form: string): ListChoice {
  return { ...all, ...usual[form] };
}

/** What is asked of the book; what was typed and is no age asks nothing. */
export function choiceOf({ sex, from, to }: ListChoice, place: string): PeopleChoice {
  return { place, sex, from: readAge(from), to: readAge(to), text: '' };
}

function readAge(typed: string): number | null {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : null;
}
