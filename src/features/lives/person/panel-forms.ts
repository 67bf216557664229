import { catalogue } from '../../../catalogue/index.ts';
import { holds } from '../../../domain/condition.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';

interface Subject {
  readonly sex: string;
  readonly birthDate: string;
  readonly residence: string;
  readonly status: string;
}

/** Forms of the panel that suit this person. */
export function panelForms({ sex, birthDate, residence, status }: Subject, today: string): readonly FormDefinition[] {
  const scope = { person: { sex, birthDate, residence, status }, today };
  return catalogue.forms.filter(
    ({ shown, suits, subject }) =>
      shown === 'panel' && subject !== undefined && (suits === undefined || holds(suits, scope)),
  );
}
