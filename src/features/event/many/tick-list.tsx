import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { SearchRow } from '../../../register/answers.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { words } from '../../../ui/language.ts';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { ChooseList } from './choose-list.tsx';
import { choiceOf, everybody, type ListChoice } from './list-choice.ts';

interface TickListProps {
  readonly screen: Screen;
  readonly place: string;
  /** Key of the form that is recorded. */
  readonly form: string;
  readonly choice: ListChoice;
  readonly onChoice: (choice: ListChoice) => void;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string) => void;
}

/** A village has fewer people than these. */
const most = 5000;
/** Drawn in portions: hundreds of rows at once would freeze a cheap phone. */
const portion = 60;

/** People of a list, to be ticked; the search box narrows what is seen, never what is ticked. */
export function TickList(props: TickListProps): VNode | null {
  const { screen, place, form, choice, ticked } = props;
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState(portion);
  const filters = useLatest(() => screen.phone.filters(), 'filters');
  const chosen = JSON.stringify([choice, place]);
  const list = useLatest(() => readList(screen, choice, place), chosen, screen.revision.value);
  const people = (list?.rows ?? []).filter(({ kind }) => kind === 'person');
  const last = useLatest(
    () =>
      screen.phone.lastRecorded(
        form,
        people.map(({ id }) => id),
      ),
    `${form} ${chosen} ${people.length}`,
    screen.revision.value,
  );
  if (filters === undefined || list === undefined) return null;
  const copy = eventWords.value.many;
  const found = people.filter((row) => isSought(row, sought));
  return (
    <>
      <ChooseList filters={filters} choice={choice} onChoose={props.onChoice} />
      <TextField id="sought" label={copy.sought} look="search" value={sought} onValue={setSought} />
      <p class="soft" role="status">
        {copy.ticked(ticked.size, people.length)}
      </p>
      {found.length === 0 && <p>{copy.nobody}</p>}
      <fieldset class="field">
        <legend class="seen-by-ear">{copy.who}</legend>
        <div class="choices">
          {found.slice(0, shown).map((row) => (
            <PersonTick
              key={row.id}
              row={row}
              last={last?.[row.id] ?? ''}
              isTicked={ticked.has(row.id)}
              onTick={props.onTick}
            />
          ))}
        </div>
      </fieldset>
      {found.length > shown && (
        <div>
          <Button label={copy.more(found.length - shown)} onPress={() => setShown(shown + portion)} />
        </div>
      )}
    </>
  );
}

function readList({ phone }: Screen, choice: ListChoice, place: string) {
  if (choice.filter !== everybody) return phone.people(choice.filter, place, most);
  return phone.somePeople(choiceOf(choice, place), most);
}

function isSought(row: SearchRow, sought: string): boolean {
  const folded = foldText(sought);
  return folded === '' || row.householdNumber === folded || foldText(row.name).includes(folded);
}

interface PersonTickProps {
  readonly row: SearchRow;
  /** Civil date of the last such record, `''` where there is none. */
  readonly last: string;
  readonly isTicked: boolean;
  readonly onTick: (id: string) => void;
}

/** Who has been recorded this year already is marked: a second record is nearly always a slip. */
function PersonTick({ row, last, isTicked, onTick }: PersonTickProps): VNode {
  const isDone = last.slice(0, 4) === civilToday().slice(0, 4);
  return (
    <label class="choice">
      <input id={`tick-${row.id}`} type="checkbox" checked={isTicked} onChange={() => onTick(row.id)} />
      <span>
        {row.name}
        <span class="choice-note">{describeRow(row, words.value)}</span>
        {isDone && (
          <StateMark word={{ tone: 'sent', icon: 'sent', text: eventWords.value.many.recorded(formatDate(last)) }} />
        )}
      </span>
    </label>
  );
}
