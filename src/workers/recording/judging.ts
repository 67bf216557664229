import { catalogue } from '../../catalogue/index.ts';
import { checksOf } from '../../domain/catalogue.ts';
import { answersOfEach, problems } from '../../domain/form/answers.ts';
import { type Finding, findings } from '../../domain/form/check.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import { writesOf } from '../../domain/form/writes.ts';
import type { Fields } from '../../domain/value.ts';
import { isEnded } from '../../register/places.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { Rewriting } from './back/rewriting.ts';
import type { RecordingBook } from './book.ts';
import { draftsOf, type Kept, keptOf } from './drafts.ts';

/** A form asked of one person: its answers, and where they live. */
interface Asked {
  readonly where: string;
  readonly answers: Fields;
}

/** What the checks of a form find in these answers; of one of many, whom it is about. Who is `made` anew is no double. */
export function judge(
  book: RecordingBook,
  form: FormDefinition,
  where: string,
  answers: Fields,
  made: readonly string[] = [],
): readonly Finding[] {
  const asked = askedOf(book, form, where, answers);
  return asked.flatMap((one) => {
    const found = findings(checksOf(catalogue, form), book.register.scopeFor(form.key, one.where, one.answers, made));
    return asked.length === 1 ? found : found.map((finding) => aboutPerson(book, form, one, finding));
  });
}

interface Told extends Asked {
  readonly asked: readonly string[];
  readonly rewriting: Rewriting | undefined;
}

interface WorkedOut {
  readonly found: readonly Finding[];
  readonly groups: readonly (readonly OpDraft[])[];
  /** Records of an act that is mended which are written again as they are called. */
  readonly kept: readonly string[];
}

/** What a save would write, and what the checks find. */
export function workOut(book: RecordingBook, form: FormDefinition, told: Told): WorkedOut {
  const worked = askedOf(book, form, told.where, told.answers).map(({ where, answers }) => {
    const place = placeOf(book, where);
    const scope = book.register.scopeFor(form.key, where, answers);
    if (place === undefined || problems(form, answers, scope).length > 0)
      throw new RangeError(
        'a form is saved for a household or village that is here, once its answers have no problems',
      );
    const standing = (id: string) => book.register.get(id);
    const factsNaming = (id: string) => book.register.factsAbout(id).flatMap((fact) => book.register.get(fact) ?? []);
    const context = { records: catalogue.records, scope, asked: told.asked, standing, factsNaming };
    const writes = writesOf(form, answers, context);
    const kept = told.rewriting === undefined ? {} : keptOf(book, form, writes, told.rewriting.made);
    return { drafts: draftsOf(book, writes, place, kept), kept };
  });
  return {
    found: judge(book, form, told.where, told.answers, Object.values(told.rewriting?.made ?? {})),
    groups: worked.map(({ drafts }) => drafts),
    kept: worked.flatMap(({ kept }) => idsOf(kept)),
  };
}

function idsOf(kept: Kept): readonly string[] {
  return Object.values(kept).map(({ id }) => id);
}

/** Each ticked person is asked about at home. */
function askedOf(book: RecordingBook, form: FormDefinition, where: string, answers: Fields): readonly Asked[] {
  const each = answersOfEach(form, answers);
  const isMany = each.length !== 1 || each[0] !== answers;
  return each.map((own) => ({ answers: own, where: (isMany && homeOf(book, form, own)) || where }));
}

function homeOf({ register }: RecordingBook, { subject = '' }: FormDefinition, answers: Fields): string {
  const person = answers[subject];
  const home = typeof person === 'string' ? register.get(person)?.fields.household : undefined;
  return typeof home === 'string' ? home : '';
}

/** Where a form may be asked: a village, and the commune, whose place is the station's store. */
const askingLevels: readonly string[] = ['village', 'commune'];

/** A household's place, or the village or commune itself; one that went into this commune keeps its station. */
function placeOf({ register, activation }: RecordingBook, where: string): string | undefined {
  return (
    register.get(where)?.place ??
    activation.units.find(
      (unit) => unit.id === where && askingLevels.includes(unit.level) && !(isEnded(unit) && unit.level === 'village'),
    )?.id
  );
}

/** Of one of many, a finding says whom it is about. */
function aboutPerson({ register }: RecordingBook, form: FormDefinition, asked: Asked, finding: Finding): Finding {
  const name = register.get(String(asked.answers[form.subject ?? '']))?.fields.fullName;
  const { vi, en } = finding.message;
  const named = (text: string) => `${name}: ${text}`;
  return { ...finding, message: { vi: named(vi), ...(en !== undefined && { en: named(en) }) } };
}
