import type { Finding } from '../../../domain/form/check.ts';
import { words } from '../../../ui/language.ts';
import { householdPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { type Screen, undoAll } from '../../screen.ts';
import { type Tick, tickAnswers, visitForm } from './visit-tasks.ts';

interface VisitAnswers {
  readonly kind: string;
  readonly topics: readonly string[];
  /** Civil day. */
  readonly day: string;
  /** Who was met; nobody in particular where blank. */
  readonly met: string;
  /** Tasks that were done along. */
  readonly ticked: readonly Tick[];
}

/**
 * The visit, and a record of each thing done along; one "Hoàn tác" takes all of them back.
 * @param asked doubts that were answered yes
 * @param onDurable all of it is on the phone: the draft may go
 * @returns what the visit was not saved for: then nothing was
 */
export async function saveVisit(
  screen: Pick<Screen, 'phone' | 'say' | 'returnTo'>,
  household: string,
  answers: VisitAnswers,
  asked: readonly string[],
  onDurable: () => Promise<void>,
): Promise<readonly Finding[]> {
  const { kind, topics, day, ticked } = answers;
  const visit = await screen.phone.record(
    visitForm,
    household,
    { date: day, kind, topics, person: metBy(answers) },
    asked,
  );
  if (!visit.ok) return visit.error;
  const others = ticked.filter(({ form }) => form !== visitForm);
  const along = await Promise.all(
    others.map((tick) => screen.phone.record(tick.form, household, tickAnswers(tick, day), [])),
  );
  await onDurable();
  const alongside = along.flatMap((outcome) => (outcome.ok ? [outcome.value.transaction] : []));
  const saved = [visit.value.transaction, ...alongside];
  const left = others.filter((_, place) => along[place]?.ok === false);
  const path = householdPath(household);
  const names = left.map(({ task }) => task.name).join(', ');
  const text = left.length === 0 ? words.value.bar.saved : livesWords.value.visit.left(names);
  screen.say({ text, path, undo: () => undoAll(screen, saved, path) });
  screen.returnTo(path);
  return [];
}

/** Who was chosen, and whoever a ticked task is about. */
function metBy({ met, ticked }: VisitAnswers): string | null | readonly string[] {
  const along = ticked.filter(({ form }) => form === visitForm).map(({ task }) => task.person);
  const all = [...new Set([met, ...along])].filter((id) => id !== '');
  return all.length > 1 ? all : (all[0] ?? null);
}
