import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../../domain/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { DateField } from '../../../../ui/field/date-field.tsx';
import { useOnce } from '../../../../ui/hook/use-once.ts';
import { language } from '../../../../ui/language.ts';
import { civilToday } from '../../../../ui/words/today.ts';
import type { PhoneApi } from '../../../../workers/api/phone-api.ts';
import { type Screen, saySaved } from '../../../screen.ts';
import { type Keeper, KeeperState, keeperName, villagesOf } from '../keeper-state.tsx';
import { slipPath } from '../months.ts';
import { meetingWords } from '../words.ts';
import { TasksField } from './tasks-field.tsx';

type Notes = Awaited<ReturnType<PhoneApi['meetingNotes']>>;

interface TableProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keepers: readonly Keeper[];
  readonly notes: Notes;
  readonly path: string;
}

const longestTasks = 1_500;

/** Who came, whose slip is in, and next month's tasks: what is typed at the meeting, saved by one press. */
export function AtTheTable({ screen, month, keepers, notes, path }: TableProps): VNode {
  const copy = meetingWords.value;
  const [attended, setAttended] = useState(notes.attended);
  const [day, setDay] = useState(notes.day);
  const [tasks, setTasks] = useState(notes.tasks);
  const [fault, setFault] = useState('');
  const save = useOnce(async () => {
    const saved = await screen.phone.saveMeeting(month, { day, attended, tasks });
    if (!saved.ok) return setFault(say(saved.error, language.value));
    saySaved(screen, saved.value.transaction, path, copy.saved);
  });
  const turn = (place: string): void =>
    setAttended(attended.includes(place) ? attended.filter((one) => one !== place) : [...attended, place]);
  const named = keepers.filter(({ name }) => name !== '');
  const came = named.filter(({ places: [first] }) => first && attended.includes(first.id)).length;
  return (
    <>
      <section class="section">
        <h2>{copy.keepers}</h2>
        <p>{copy.attended(came, named.length)}</p>
        <KeeperTable month={month} keepers={keepers} attended={attended} onTurn={turn} />
      </section>
      <div class="not-printed section">
        <DateField
          id="day"
          label={copy.day}
          answer={day || undefined}
          isPartial={false}
          today={civilToday()}
          onAnswer={(answer) => setDay(typeof answer === 'string' ? answer : '')}
        />
        <TasksField
          id="tasks"
          label={copy.tasks}
          hint={copy.tasksHint}
          rows={4}
          maxLength={longestTasks}
          value={tasks}
          onValue={setTasks}
        />
        {fault !== '' && <p role="alert">{fault}</p>}
        <div class="row-of-buttons">
          <Button label={copy.save} isBusy={save.isBusy} onPress={save.run} />
          <Button label={copy.print} icon="print" onPress={() => window.print()} />
        </div>
      </div>
      <section class="printed-only">
        <h2>{copy.tasks}</h2>
        {tasks.split('\n').map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </>
  );
}

interface KeeperTableProps {
  readonly month: string;
  readonly keepers: readonly Keeper[];
  readonly attended: readonly string[];
  readonly onTurn: (place: string) => void;
}

function KeeperTable({ month, keepers, attended, onTurn }: KeeperTableProps): VNode {
  const copy = meetingWords.value;
  return (
    <table class="table">
      <thead>
        <tr>
          <th scope="col">{copy.who}</th>
          <th scope="col">{copy.p0}</th>
          <th scope="col">{copy.present}</th>
          <th scope="col" class="printed-cell">
            {copy.signature}
          </th>
        </tr>
      </thead>
      <tbody>
        {keepers.map((keeper) => {
          const [first] = keeper.places;
          const isHere = first !== undefined && attended.includes(first.id);
          return (
            <tr key={keeper.id}>
              <th scope="row">
                <a class="line-link" href={slipPath(month, keeper.id)}>
                  {keeperName(keeper)}
                </a>
                <div class="soft small">{villagesOf(keeper)}</div>
              </th>
              <td>
                <KeeperState keeper={keeper} />
                <div class="soft small">{copy.lines(keeper.linesNow)}</div>
              </td>
              <td>
                {keeper.name !== '' && first !== undefined && (
                  <label class="tick">
                    <input
                      type="checkbox"
                      checked={isHere}
                      aria-label={`${copy.present}: ${keeper.name}`}
                      onChange={() => onTurn(first.id)}
                    />
                  </label>
                )}
              </td>
              <td class="printed-cell" />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
