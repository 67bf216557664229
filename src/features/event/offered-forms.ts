import { catalogue } from '../../catalogue/index.ts';
import { startsFromSubject } from '../../domain/form/answers.ts';
import { isInForce } from '../../domain/form/edition.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import { suitsWhen } from '../../domain/form/suits.ts';
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

/** now: what can be recorded · late: what came about before a death or a departure, and was not written down then */
interface Offered {
  readonly now: readonly FormDefinition[];
  readonly late: readonly FormDefinition[];
}

/** What can be recorded at a household, or about one of its people: what does not suit her is not offered. */
export function offeredForms({ role, person, today, isPanel }: Asked): Offered {
  const shown = catalogue.forms.filter((form) => {
    const isShown = isPanel ? form.shown === 'panel' : form.shown !== 'panel' && form.shown !== 'task';
    return isShown && form.asks !== 'village' && isFor(form, role) && isInForce(form, today);
  });
  if (person === undefined) return { now: shown.filter((form) => !startsFromSubject(form)), late: [] };
  const suiting = (when: 'now' | 'late') =>
    shown.filter((form) => form.subject !== undefined && suitsWhen(catalogue, form, person, today) === when);
  return { now: suiting('now'), late: suiting('late') };
}
