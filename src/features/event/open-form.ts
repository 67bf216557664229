import type { FormContext, FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import type { Seeker } from '../../ui/field/record-picker.tsx';
import { words } from '../../ui/language.ts';
import type { Draft, PhoneApi } from '../../workers/api/phone-api.ts';
import { openSeeker } from './seeker.ts';

export interface OpenedForm {
  readonly context: FormContext;
  readonly seeker: Seeker;
  /** Where it is recorded, e.g. "Hộ 42 · Thôn 3". */
  readonly note: string;
  readonly answers: Fields;
  /** Facts that the save writes anew. */
  readonly mends: readonly string[] | undefined;
  /** The refused act that it writes anew. */
  readonly replaces: number | undefined;
  /** The same form begun here before and not saved: it is offered, or one birth might be written down twice. */
  readonly inHand: Draft | undefined;
}

interface Place {
  /** Id of a household, or of a village where the form asks at one. */
  readonly where: string;
  readonly draft: string;
  readonly person?: string | undefined;
}

/** A form with all it is asked with, and the answers of its draft; `undefined` where the household or village is not in this book. */
export async function openForm(phone: PhoneApi, form: FormDefinition, place: Place): Promise<OpenedForm | undefined> {
  const note =
    form.asks === 'village' ? await villageNote(phone, place.where) : await householdNote(phone, place.where);
  return note === undefined ? undefined : withNote(phone, form, place, note);
}

/** The same for a list of a village's people: the form is asked at the village, whatever it asks at otherwise. */
export async function openMany(phone: PhoneApi, form: FormDefinition, place: Place): Promise<OpenedForm | undefined> {
  const note = await villageNote(phone, place.where);
  return note === undefined ? undefined : withNote(phone, form, place, note);
}

async function withNote(phone: PhoneApi, form: FormDefinition, place: Place, note: string): Promise<OpenedForm> {
  const drafts = await phone.drafts();
  const draft = drafts.find((one) => one.id === place.draft);
  const mends = draft?.mends;
  const context = await phone.formContext(form.key, place.where, place.person, mends);
  return {
    context,
    seeker: openSeeker(phone),
    note,
    answers: draft?.answers ?? context.defaults,
    mends,
    replaces: draft?.replaces,
    inHand: draft === undefined ? lastOf(drafts, form.key, place.where) : undefined,
  };
}

function lastOf(drafts: readonly Draft[], form: string, where: string): Draft | undefined {
  const same = drafts.filter((draft) => draft.form === form && draft.household === where);
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
