import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../../domain/calendar/civil-date.ts';
import { say } from '../../../domain/words.ts';
import type { WrittenLine } from '../../../register/lives/answers.ts';
import { StateMark, type StateWord } from '../../../ui/bar/state-word.tsx';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { language, words } from '../../../ui/language.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { Screen } from '../../screen.ts';
import { MendRow } from './mend-row.tsx';

interface WrittenRowProps {
  readonly screen: Screen;
  readonly line: WrittenLine;
  readonly path: string;
  readonly isToday: boolean;
}

/** One act; a tap opens what can be done with it. */
export function WrittenRow(props: WrittenRowProps): VNode {
  const { line } = props;
  const [isOpen, setOpen] = useState(false);
  const copy = eventWords.value.today;
  const title = say(line.label, language.value);
  const names =
    line.names.length > 3 ? copy.many(line.names.length) : line.names.filter((name) => name !== '').join(', ');
  const note = [names, whereOf(line), clockTime(line.at)].filter((part) => part !== '').join(' · ');
  const state = stateOf(line);
  const id = `written-${line.transaction}`;
  const main = (
    <>
      <span class="ledger-main">
        <span class="ledger-title">{title}</span>
        <span class="ledger-note">{note}</span>
      </span>
      {state && <StateMark word={state} />}
    </>
  );
  // Taken back, and of no household: nothing is left to be done with it.
  if (line.isTakenBack && line.household === '')
    return (
      <li>
        <div class="ledger-row">{main}</div>
      </li>
    );
  return (
    <li>
      <button
        type="button"
        class="ledger-row"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {main}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      <div id={id} class="written-acts" hidden={!isOpen}>
        {isOpen && <Acts {...props} />}
      </div>
    </li>
  );
}

/** New numbers of a whole village, a talk to people of many households: one act. */
function whereOf({ household, householdNumber, households }: WrittenLine): string {
  if (household !== '') return words.value.household.household(householdNumber);
  return households > 1 ? eventWords.value.today.households(households) : '';
}

function stateOf({ isTakenBack, standing }: WrittenLine): StateWord | undefined {
  const { household } = words.value;
  if (isTakenBack) return { tone: 'offline', icon: 'undo', text: eventWords.value.today.takenBack };
  if (standing === 'waiting') return { tone: 'waiting', icon: 'clock', text: household.waiting };
  return standing === 'mending' ? { tone: 'back', icon: 'mend', text: household.mending } : undefined;
}

function Acts(props: WrittenRowProps): VNode {
  const { screen, line } = props;
  const copy = eventWords.value.today;
  const isPlace = line.household !== '';
  return (
    <>
      {!line.isTakenBack && <MendRow {...props} />}
      {isPlace && (
        <div>
          <Button
            label={copy.openHousehold}
            isQuiet
            onPress={() => screen.go(`/household/${encodeURIComponent(line.household)}`)}
          />
        </div>
      )}
    </>
  );
}
