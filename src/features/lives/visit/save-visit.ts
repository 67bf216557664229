import { words } from '../../../ui/language.ts';
import { householdPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen } from '../../screen.ts';
import { answersOfTick, type OpenTask, visitForm } from './visit-tasks.ts';

interface VisitAnswers {
  readonly kind: string;
  readonly topics: readonly string[];
  /** Civil day. */
  readonly today: string;
  /** Tasks that were done along. */
  readonly ticked: readonly OpenTask[];
}

/** The visit, and a record of each thing done along; one "Hoàn tác" takes all of them back. */
export async function saveVisit(screen: Screen, household: string, answers: VisitAnswers): Promise<void> {
  const { kind, topics, today, ticked } = answers;
  const visit = await screen.phone.record(visitForm, household, { date: today, kind, topics }, []);
  const along = await Promise.all(ticked.map((task) => recordTick(screen, household, task, today)));
  const saved = [visit, ...along].flatMap((outcome) => (outcome.ok ? [outcome.value.transaction] : []));
  const left = ticked.filter((_, place) => along[place]?.ok === false);
  const path = householdPath(household);
  const text =
    left.length === 0 ? words.value.bar.saved : livesWords.value.visit.left(left.map((task) => task.name).join(', '));
  screen.say({ text, path, undo: () => undoAll(screen, saved, path) });
  screen.returnTo(path);
}

function recordTick(screen: Screen, household: string, task: OpenTask, today: string) {
  return screen.phone.record(task.form, household, answersOfTick(task, today) ?? {}, []);
}

async function undoAll(screen: Screen, transactions: readonly string[], path: string): Promise<void> {
  for (const transaction of transactions) await screen.phone.undo(transaction);
  screen.say({ text: words.value.app.undone, path });
}
