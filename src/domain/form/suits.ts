import type { Catalogue } from '../catalogue.ts';
import { holds } from '../condition.ts';
import { isInForce } from './edition.ts';
import type { FormDefinition } from './form.ts';

/** What of a person decides which forms are offered about her. */
export interface FormSubject {
  readonly sex: string;
  readonly birthDate: string;
  readonly residence: string;
  readonly status: string;
  /** Civil date since when she has died or left; `''` for who lives here, and where it is unknown. */
  readonly ended: string;
}

/**
 * Whether a form suits a person: `now`, or `late`, for what came about while she lived here and is written down only
 * after her death or departure; `undefined` where it suits neither way. What ended her life here does not do so twice.
 */
export function suitsWhen(
  catalogue: Pick<Catalogue, 'records'>,
  form: FormDefinition,
  person: FormSubject,
  today: string,
): 'now' | 'late' | undefined {
  if (!isInForce(form, today)) return undefined;
  if (suits(form, person, today)) return 'now';
  if (person.status === 'active' || endsIn(catalogue, form, person.status)) return undefined;
  return suits(form, { ...person, status: 'active' }, person.ended || today) ? 'late' : undefined;
}

function suits(form: FormDefinition, { sex, birthDate, residence, status }: FormSubject, today: string): boolean {
  return form.suits === undefined || holds(form.suits, { person: { sex, birthDate, residence, status }, today });
}

/** Whether a fact that the form writes sets exactly this status. */
function endsIn({ records }: Pick<Catalogue, 'records'>, form: FormDefinition, status: string): boolean {
  const written = new Set(form.writes.map(({ kind }) => kind));
  const effects = records.filter(({ kind }) => written.has(kind)).flatMap((record) => record.effects ?? []);
  return effects.some(({ set }) => set.status !== undefined && 'value' in set.status && set.status.value === status);
}
