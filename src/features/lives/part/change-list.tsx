import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { spellMoment } from '../../../ui/bar/sync-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language, words } from '../../../ui/language.ts';
import { personPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { rightNow } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { StandingMark } from './standing-mark.tsx';
import { TakeBack } from './take-back.tsx';

type Change = Awaited<ReturnType<Screen['phone']['changes']>>[number];

interface ChangeListProps {
  readonly screen: Screen;
  readonly changes: readonly Change[];
  /** Address of the page, where it is said that something was taken back. */
  readonly path: string;
  readonly title?: string;
}

const portion = 5;

/** What came about, newest first, with who wrote it, when, and what was before. */
export function ChangeList({ screen, changes, path, title }: ChangeListProps): VNode {
  const [shown, setShown] = useState(portion);
  const copy = livesWords.value.changes;
  const left = changes.length - shown;
  return (
    <section class="section">
      <h2>{title ?? copy.title}</h2>
      {changes.length === 0 && <p class="soft">{copy.none}</p>}
      {changes.length > 0 && (
        <ul class="ledger">
          {changes.slice(0, shown).map((change) => (
            <ChangeRow key={change.id} screen={screen} change={change} path={path} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <div>
          <Button label={copy.more(left)} onPress={() => setShown(shown + 4 * portion)} />
        </div>
      )}
    </section>
  );
}

interface ChangeRowProps {
  readonly screen: Screen;
  readonly change: Change;
  readonly path: string;
}

function ChangeRow({ screen, change, path }: ChangeRowProps): VNode {
  const copy = livesWords.value.changes;
  const spoken = language.value;
  const when = spellMoment(change.writtenAt, rightNow(), words.value);
  return (
    <li class={change.isTakenBack ? 'change gone' : 'change'}>
      <p>
        <strong>{say(change.label, spoken)}</strong> <span class="soft">{formatDate(change.date)}</span>
      </p>
      <ChangePeople people={change.people} />
      <ChangeDetails change={change} />
      <p class="small soft">
        {copy.written(change.author || copy.someone, when)} <StandingMark standing={change.standing} />
      </p>
      {change.isTakenBack ? (
        <StateMark word={{ tone: 'offline', icon: 'undo', text: words.value.app.takenBack }} />
      ) : (
        <TakeBack screen={screen} change={change} path={path} />
      )}
    </li>
  );
}

/** Several people are named with what each is in it: "Con: … · Mẹ: …". */
function ChangePeople({ people }: Pick<Change, 'people'>): VNode | null {
  if (people.length === 0) return null;
  return (
    <p class="change-people">
      {people.map((person) => (
        <span key={person.id}>
          {people.length > 1 && <span class="soft">{say(person.role, language.value)}: </span>}
          <a href={personPath(person.id)}>{person.name || livesWords.value.person.forgotten}</a>
        </span>
      ))}
    </p>
  );
}

/** What it says, and what stood there before: struck out, as on the sheet. */
function ChangeDetails({ change }: { readonly change: Change }): VNode | null {
  const spoken = language.value;
  if (change.details.length === 0 && change.before.length === 0) return null;
  return (
    <ul class="change-details small">
      {change.before.map(({ field, label, value }) => (
        <li key={`${field} ${value.vi}`}>{livesWords.value.changes.was(say(label, spoken), say(value, spoken))}</li>
      ))}
      {change.details.map(({ field, label, value }) => (
        <li key={field}>
          <span class="soft">{say(label, spoken)}:</span> {say(value, spoken)}
        </li>
      ))}
    </ul>
  );
}
