import type { VNode } from 'preact';
import { RepeatPage } from '../../../ui/form/repeat-page.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import type { Saving, TickPageProps } from './tick-page.tsx';

interface RepeatManyProps extends TickPageProps {
  readonly ticked: readonly string[];
  readonly saving: Pick<Saving, 'isBusy' | 'press'>;
  readonly onBack: () => void;
}

/** The facts of a list as they will stand, and everybody of whom they will be told, by name. */
export function RepeatMany({ many, opened, answers, ticked, saving, onBack }: RepeatManyProps): VNode | null {
  const named = useAnswer(
    () => Promise.all(ticked.map(async (id) => (await opened.seeker.nameOf('person', id))?.label ?? '')),
    ticked.join(' '),
  );
  const verb = many.definition.repeatsAs;
  if (named === undefined || verb === undefined) return null;
  const people = ticked.map((value, index) => ({ value, label: named.value[index] ?? '' }));
  const setting = { ...opened.context, seeker: opened.seeker };
  return (
    <RepeatPage
      definition={many.definition}
      answers={answers}
      setting={{ ...setting, choices: { ...setting.choices, [many.subject]: people } }}
      note={opened.note}
      verb={verb}
      isBusy={saving.isBusy}
      onSave={saving.press}
      onBack={onBack}
    />
  );
}
