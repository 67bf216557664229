import { catalogue } from '../catalogue/index.ts';
import { type Language, say } from '../domain/words.ts';
import type { InterfaceWords } from '../i18n/vi.ts';
import { householdPath, recordPath, villagePath } from '../ui/lives/paths.ts';
import { livesWords } from '../ui/words/lives-words.ts';
import type { Draft } from '../workers/api/phone-api.ts';

/* Where a draft is gone on with. Besides forms of the catalogue, the long screens keep theirs under names of their own. */

/** A whole paper sheet being typed in. */
export const paperDraft = 'paper_sheet';
/** One event for many people: this, and the form's key. */
export const manyDraft = 'for_many:';
/** New numbers of a village or of all, and a range of households that goes to another. */
export const renumberDraft = 'renumber';
export const rangeDraft = 'move_range';
/** An act on a whole household, or a visit to it: this, and the last part of its address. */
const actDraft = 'household:';
/** A line of book mode that was typed and is not saved. */
export const lineDraft = 'book_line';

/** Where a page about a household keeps what is answered on it. */
export function householdKept(name: string, household: string) {
  const form = actDraft + name;
  return { form, place: household, path: draftPath({ id: '', form, page: 0, household }) };
}

type Kept = Pick<Draft, 'id' | 'form' | 'page'> & Partial<Pick<Draft, 'household'>>;

/** The address of a draft's screen; it says nothing about what it is of, nor about whom it is for. */
export function draftPath({ id, form, page, household = '' }: Kept): string {
  if (form === paperDraft) return `/paper-sheet/${encodeURIComponent(id)}`;
  if (form === renumberDraft) return `${villagePath(household)}/numbers`;
  if (form === rangeDraft) return `${villagePath(household)}/range`;
  if (form === lineDraft) return `${householdPath(household)}/sheet`;
  if (form.startsWith(actDraft)) return `${householdPath(household)}/${form.slice(actDraft.length)}`;
  if (form.startsWith(manyDraft)) return `/for-many/${encodeURIComponent(id)}`;
  return `${recordPath(id)}?page=${page + 1}`;
}

/** What a draft is of, e.g. "Sinh" or "Ghi theo danh sách: Thăm hộ"; what belongs to an own panel is not said in a list. */
export function draftTitle({ form }: Pick<Draft, 'form'>, words: InterfaceWords, spoken: Language): string {
  if (form === paperDraft) return words.pages.paper;
  if (form === renumberDraft) return words.pages.numbers;
  if (form === rangeDraft) return words.pages.range;
  if (form === lineDraft) return words.book.title;
  if (form.startsWith(actDraft)) return actTitle(form.slice(actDraft.length));
  if (form.startsWith(manyDraft))
    return `${words.pages.forMany}: ${titleOf(form.slice(manyDraft.length), words, spoken)}`;
  return titleOf(form, words, spoken);
}

function actTitle(name: string): string {
  const { household } = livesWords.value;
  switch (name) {
    case 'head':
    case 'split':
    case 'merge':
    case 'move':
      return household[name];
    default:
      return household.visit;
  }
}

function titleOf(form: string, words: InterfaceWords, spoken: Language): string {
  const definition = catalogue.forms.find(({ key }) => key === form);
  if (definition === undefined) return form;
  return definition.shown === 'panel' ? words.pages.veiled : say(definition.title, spoken);
}
