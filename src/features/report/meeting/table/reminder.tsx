import type { VNode } from 'preact';
import { CopyButton } from '../../../../ui/report/copy-button.tsx';
import { meetingWords, monthWord } from '../words.ts';

interface ReminderProps {
  readonly month: string;
  readonly handed: number;
  readonly all: number;
  readonly tasks: string;
}

/** A text to paste where the group talks: counts and tasks, nobody's name. */
export function Reminder({ month, handed, all, tasks }: ReminderProps): VNode {
  const copy = meetingWords.value;
  const lines = [copy.reminderText(monthWord(month).toLowerCase(), handed, all)];
  if (tasks !== '') lines.push(copy.reminderTasks(tasks.split('\n').join('; ')));
  return (
    <section class="section not-printed">
      <h2>{copy.reminder}</h2>
      <p class="soft">{copy.reminderHow}</p>
      <blockquote>{lines.join('\n')}</blockquote>
      <div class="row-of-buttons">
        <CopyButton text={lines.join('\n')} words={copy} />
      </div>
    </section>
  );
}
