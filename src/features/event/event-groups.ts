import type { FormDefinition } from '../../domain/form/form.ts';
import type { events } from '../../i18n/vi/events.ts';
import type { IconName } from '../../ui/icon.tsx';

/** A heading of "Ghi biến động" with the forms under it, in the order in which things happen in a life. */
interface EventGroup {
  readonly key: keyof typeof events.group;
  readonly icon: IconName;
  readonly forms: readonly string[];
}

const groups: readonly EventGroup[] = [
  { key: 'birth', icon: 'birth', forms: ['birth', 'adopt', 'adopt_outside'] },
  { key: 'death', icon: 'death', forms: ['death'] },
  {
    key: 'move',
    icon: 'move',
    forms: ['move_in', 'move_out', 'move_internal', 'away', 'back', 'settle', 'cease'],
  },
  { key: 'marriage', icon: 'rings', forms: ['marriage', 'divorce', 'couple'] },
  { key: 'change', icon: 'pencil', forms: [] },
  { key: 'care', icon: 'care', forms: ['elder_check'] },
  { key: 'work', icon: 'talk', forms: [] },
  { key: 'review', icon: 'check', forms: ['review_add', 'review_remove'] },
];

export interface ShownGroup extends EventGroup {
  readonly offered: readonly FormDefinition[];
}

/** The group of a form that no group names: by where it is shown. */
const groupOfShown: { readonly [shown in FormDefinition['shown']]: EventGroup['key'] } = {
  events: 'change',
  edit: 'change',
  panel: 'care',
  work: 'work',
  task: 'work',
  stock: 'work',
};

/** Forms under their headings; no heading without a form. */
export function groupForms(forms: readonly FormDefinition[]): readonly ShownGroup[] {
  const named = new Set(groups.flatMap((group) => group.forms));
  return groups
    .map((group) => ({
      ...group,
      offered: [
        ...group.forms.flatMap((key) => forms.filter((form) => form.key === key)),
        ...forms.filter((form) => !named.has(form.key) && groupOfShown[form.shown] === group.key),
      ],
    }))
    .filter(({ offered }) => offered.length > 0);
}
