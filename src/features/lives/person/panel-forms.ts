import { catalogue } from '../../../catalogue/index.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import { type FormSubject, suitsWhen } from '../../../domain/form/suits.ts';

/** Forms of the panel that this role may record and that suit this person: now, or late, about the time before an end. */
export function panelForms(
  person: FormSubject,
  role: string,
  today: string,
  when: 'now' | 'late',
): readonly FormDefinition[] {
  return catalogue.forms
    .filter(
      ({ shown, subject, roles }) => shown === 'panel' && subject !== undefined && (roles?.includes(role) ?? true),
    )
    .filter((form) => suitsWhen(catalogue, form, person, today) === when);
}
