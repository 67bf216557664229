import { foldText } from '../../src/domain/search-key.ts';

/* What both peers do with a record alike. */

/** Records asked for at once; our hub gives as many. */
export const pageRows = 2_000;
/** Edits sent at once. */
export const pushRows = 500;

const today = new Date().toISOString().slice(0, 10);

/** Whether somebody bears a name that begins so, typed without accents: as our search finds people. */
export function isCalled(name) {
  return ({ fields }) => ` ${foldText(fields.fullName ?? '')}`.includes(` ${name}`);
}

/** A mended row as our app writes it: the row itself, and a note of what changed. @returns two documents a person */
export function mend(person, number) {
  const phone = `09${10_000_000 + Math.floor(Math.random() * 89_999_999)}`;
  const told = { date: today, person: person.id, field: 'phone', old: person.fields.phone ?? null, new: phone };
  const note = { id: `change_info:p.${number}`, kind: 'change_info', place: person.place };
  return [
    { ...person, fields: { ...person.fields, phone } },
    { ...note, fields: { ...told, isCorrection: true } },
  ];
}
