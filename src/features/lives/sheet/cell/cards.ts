import { catalogue } from '../../../../catalogue/index.ts';
import type { Screen } from '../../../screen.ts';
import type { SheetLine } from '../open-sheet.ts';

/** The field of the card's number, and the form that mends it: it belongs to the own panel, so each look is logged. */
export const cardField = 'insuranceNo';
const cardForm = 'person_private';

/** Lines for the cards of those who live here, by person; opening one is a look. */
export async function openCards(
  phone: Screen['phone'],
  household: string,
  lines: readonly SheetLine[],
): Promise<ReadonlyMap<string, SheetLine>> {
  const form = catalogue.forms.find(({ key }) => key === cardForm);
  const cards = new Map<string, SheetLine>();
  for (const line of lines) {
    if (form === undefined || line.isGone) continue;
    const { defaults } = await phone.formContext(form.key, household, line.id);
    cards.set(line.id, { ...line, form, defaults: { ...defaults, person: line.id, isCorrection: true } });
  }
  return cards;
}

/** A personal number of twelve digits is never shown whole, nor typed over here. */
export function isMasked(value: unknown): value is string {
  return typeof value === 'string' && /^\d{12}$/.test(value);
}
