import type { FormContext, FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import type { Seeker } from '../../ui/field/record-picker.tsx';
import { words } from '../../ui/language.ts';
import type { PhoneApi } from '../../workers/api/phone-api.ts';
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
  const draft = (await phone.drafts()).find((one) => one.id === place.draft);
  const mends = draft?.mends;
  const context = await phone.formContext(form.key, place.where, place.person, mends);
  return {
    context,
    seeker: openSeeker(phone),
    note,
    answers: draft?.answers ?? context.defaults,
    mends,
    replaces: draft?.replaces,
  };
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
