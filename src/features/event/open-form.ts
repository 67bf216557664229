import type { FormContext, FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import type { Seeker } from '../../ui/field/record-picker.tsx';
import { words } from '../../ui/language.ts';
import { begunAs } from '../../ui/lives/begun.ts';
import type { Draft, PhoneApi } from '../../workers/api/phone-api.ts';
import type { Screen } from '../screen.ts';
import { openSeeker } from './seeker.ts';

export interface OpenedForm {
  readonly context: FormContext;
  readonly seeker: Seeker;
  /** Where it is recorded, e.g. "Hộ 42 · Thôn 3". */
  readonly note: string;
  readonly answers: Fields;
  /** Facts that the save writes anew. */
  readonly rewrites: readonly string[] | undefined;
  /** The refused act that it writes anew. */
  readonly replaces: number | undefined;
  /** The same form begun here before and not saved: it is offered, or one birth might be written down twice. */
  readonly inHand: Draft | undefined;
}

/** A draft, as far as it was written or begun: which form it is of, where it is asked, whom it is about. */
export interface OpenedDraft {
  readonly form: string;
  readonly where: string;
  readonly person: string | undefined;
  readonly kept: Draft | undefined;
}

/** What a draft is of: by what is kept of it, else by what was begun on this page; `undefined` where nobody knows. */
export async function openDraft(phone: PhoneApi, id: string): Promise<OpenedDraft | undefined> {
  const kept = (await phone.drafts()).find((one) => one.id === id);
  const begun = begunAs(id);
  const form = kept?.form ?? begun?.form;
  if (form === undefined) return undefined;
  return { form, where: kept?.household ?? begun?.where ?? '', person: kept?.person ?? begun?.person, kept };
}

type Opening = Pick<Screen, 'phone' | 'who'>;

/** A form with all it is asked with, and the answers of its draft; `undefined` where the household or village is not in this book. */
export async function openForm(
  screen: Opening,
  form: FormDefinition,
  draft: OpenedDraft,
): Promise<OpenedForm | undefined> {
  const { phone } = screen;
  const note =
    form.asks === 'village' ? await villageNote(phone, draft.where) : await householdNote(phone, draft.where);
  return note === undefined ? undefined : withNote(screen, form, draft, note);
}

/** The same for a list of a village's people: the form is asked at the village, whatever it asks at otherwise. */
export async function openMany(
  screen: Opening,
  form: FormDefinition,
  draft: OpenedDraft,
): Promise<OpenedForm | undefined> {
  const note = await villageNote(screen.phone, draft.where);
  return note === undefined ? undefined : withNote(screen, form, draft, note);
}

async function withNote(
  screen: Opening,
  form: FormDefinition,
  { where, person, kept }: OpenedDraft,
  note: string,
): Promise<OpenedForm> {
  const { phone } = screen;
  const rewrites = kept?.rewrites;
  const context = await phone.formContext(form.key, where, person === '' ? undefined : person, rewrites);
  return {
    context,
    seeker: openSeeker(screen),
    note,
    answers: kept?.answers ?? context.defaults,
    rewrites,
    replaces: kept?.replaces,
    inHand: kept === undefined ? lastOf(await phone.drafts(), form.key, where, person ?? '') : undefined,
  };
}

function lastOf(drafts: readonly Draft[], form: string, where: string, person: string): Draft | undefined {
  const same = drafts.filter(
    (draft) => draft.form === form && draft.household === where && (draft.person ?? '') === person,
  );
  return same.sort((a, b) => b.savedAt - a.savedAt)[0];
}

async function householdNote(phone: PhoneApi, id: string): Promise<string | undefined> {
  const household = await phone.household(id);
  return household && `${words.value.household.household(household.number)} · ${household.villageName}`;
}

/** The worker answers with an empty name for a village that is none of this book's. */
async function villageNote(phone: PhoneApi, place: string): Promise<string | undefined> {
  const { name } = await phone.village(place);
  return name === '' ? undefined : name;
}
