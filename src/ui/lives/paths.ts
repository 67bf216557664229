import { begin } from './begun.ts';

/* Addresses of the pages about lives. An address holds ids and keys, never a name, and never which event is written of whom. */

const address = (...parts: readonly string[]): string => `/${parts.map(encodeURIComponent).join('/')}`;

export function householdPath(household: string): string {
  return address('household', household);
}

export function villagePath(place: string): string {
  return address('book', place);
}

export function personPath(person: string): string {
  return address('person', person);
}

/** Where an event is chosen, of a household or about one person of it. */
export function eventPath(household: string, person = ''): string {
  return withPerson(address('household', household, 'event'), person);
}

/** A form being filled in, by the name of its draft. */
export function recordPath(draft: string): string {
  return address('record', draft);
}

/** Something given to somebody, from her own panel: an address that says neither. */
export function givePath(where: string, person: string): string {
  return address('give', begin({ where, form: 'stock_give', person }));
}

/** A new draft of a form, asked at a household or a village. Its address says nothing about what it is of or for. */
export function formPath(where: string, form: string, person = ''): string {
  return recordPath(begin({ where, form, person }));
}

/** Where a task is settled: by its form, in the person's own panel (the look is logged there), a new head by the act that tells everybody's relation anew. */
export function taskPath(household: string, form: string, person: string): string {
  if (form === 'panel') return `${personPath(person)}/private`;
  if (form === 'new_head') return `${householdPath(household)}/head`;
  if (form === 'visit') return withPerson(`${householdPath(household)}/visit`, person);
  return formPath(household, form, person);
}

function withPerson(path: string, person: string): string {
  return person === '' ? path : `${path}?person=${encodeURIComponent(person)}`;
}
