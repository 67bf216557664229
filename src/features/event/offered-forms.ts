import { catalogue } from '../../catalogue/index.ts';
import { holds } from '../../domain/condition.ts';
import { startsFromSubject } from '../../domain/form/answers.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { PersonLine } from '../../register/answers.ts';

interface Asked {
  readonly role: string;
  /** Whom it is about, where a person's page leads here. */
  readonly person?: PersonLine | undefined;
  readonly today: string;
  /** Only what the person's own panel offers. */
  readonly isPanel: boolean;
}

/** Whether this role may record the form. */
export function isFor(form: FormDefinition, role: string): boolean {
  return form.roles?.includes(role) ?? true;
}

/** What can be recorded at a household, or about one of its people: what does not suit her is not offered. */
export function offeredForms({ role, person, today, isPanel }: Asked): readonly FormDefinition[] {
  return catalogue.forms.filter((form) => {
    const isShown = isPanel ? form.shown === 'panel' : form.shown !== 'panel';
    if (!isShown || form.asks === 'village' || !isFor(form, role)) return false;
    if (person === undefined) return !startsFromSubject(form);
    return form.subject !== undefined && suits(form, person, today);
  });
}

function suits(form: FormDefinition, person: PersonLine, today: string): boolean {
  const { sex, birthDate, residence, status } = person;
  return form.suits === undefined || holds(form.suits, { person: { sex, birthDate, residence, status }, today });
}
