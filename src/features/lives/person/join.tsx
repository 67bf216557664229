import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Finding } from '../../../domain/form/check.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { describeRow } from '../../../ui/lives/describe-row.ts';
import { personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { describePerson } from '../part/describe-person.ts';

type PersonPage = NonNullable<Awaited<ReturnType<Screen['phone']['person']>>>;
type Likeness = Awaited<ReturnType<Screen['phone']['likeness']>>[number];
type Row = Likeness['row'];

/** Two records of one person become one: the likely ones first, anybody of the book by search. */
export function Join({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const person = useAnswer(() => screen.phone.person(id), id, screen.revision.value);
  const [other, setOther] = useState<Row>();
  if (person === undefined) return null;
  const copy = livesWords.value;
  if (person.value === undefined) return <MissingScreen title={copy.person.missing} />;
  const { line } = person.value;
  return (
    <Page title={copy.join.title} note={copy.join.how(line.name)} onBack={screen.back}>
      {other ? (
        <Confirm screen={screen} person={person.value} other={other} onNo={() => setOther(undefined)} />
      ) : (
        <Candidates screen={screen} person={person.value} onChoose={setOther} />
      )}
    </Page>
  );
}

interface CandidatesProps {
  readonly screen: Screen;
  readonly person: PersonPage;
  readonly onChoose: (row: Row) => void;
}

function Candidates({ screen, person, onChoose }: CandidatesProps): VNode | null {
  const [sought, setSought] = useState('');
  const copy = livesWords.value.join;
  const like = useLatest(() => likeThis(screen, person), person.id, screen.revision.value);
  const found = useLatest(() => findPeople(screen, sought, person.id), sought, screen.revision.value);
  if (like === undefined) return null;
  return (
    <>
      {like.length === 0 ? (
        <p>{copy.none}</p>
      ) : (
        <section class="section">
          <h2>{copy.like}</h2>
          <Ledger>
            {like.map(({ row, reasons }) => (
              <LedgerRow
                key={row.id}
                title={row.name}
                note={`${describeRow(row, words.value)}. ${reasons.map((reason) => say(reason, language.value)).join(' · ')}`}
                onPress={() => onChoose(row)}
              />
            ))}
          </Ledger>
        </section>
      )}
      <TextField id="join-search" label={copy.find} look="search" value={sought} onValue={setSought} />
      {found && found.length > 0 && (
        <Ledger>
          {found.map((row) => (
            <LedgerRow
              key={row.id}
              title={row.name}
              note={describeRow(row, words.value)}
              onPress={() => onChoose(row)}
            />
          ))}
        </Ledger>
      )}
    </>
  );
}

async function likeThis(screen: Screen, { id, line, householdId, phone }: PersonPage): Promise<readonly Likeness[]> {
  const known = { fullName: line.name, sex: line.sex, birthDate: line.birthDate, phone };
  const answers = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== ''));
  const likenesses = await screen.phone.likeness(answers, householdId);
  return likenesses.filter(({ row }) => row.id !== id);
}

const mostFound = 12;

async function findPeople(screen: Screen, sought: string, self: string): Promise<readonly Row[]> {
  if (sought.trim() === '') return [];
  const { rows } = await screen.phone.search(sought, mostFound);
  return rows.filter((row) => row.kind === 'person' && row.id !== self);
}

interface ConfirmProps {
  readonly screen: Screen;
  readonly person: PersonPage;
  readonly other: Row;
  readonly onNo: () => void;
}

/** Repeats what will be one, and names the verb on the button. */
function Confirm({ screen, person, other, onNo }: ConfirmProps): VNode {
  const copy = livesWords.value.join;
  const [found, setFound] = useState<readonly Finding[]>([]);
  const [stops, doubts] = [found.filter(isStop), found.filter((one) => !isStop(one))];
  const refusal = stops.map(({ message }) => say(message, language.value)).join(' ');
  const joining = useOnce(async () => {
    const answers = { date: civilToday(), person: person.id, other: other.id };
    const asked = doubts.map(({ check }) => check);
    const outcome = await screen.phone.record('join', person.householdId, answers, asked);
    if (!outcome.ok) return setFound(outcome.error);
    const path = personPath(person.id);
    const { transaction } = outcome.value;
    screen.say({ text: copy.done, path, undo: () => undo(screen, transaction, path) });
    screen.returnTo(path);
  });
  return (
    <section class="box box-ask">
      <h2>{copy.ask(person.line.name, other.name)}</h2>
      <dl class="facts">
        <div>
          <dt>{person.line.name}</dt>
          <dd>{describePerson(person.line, words.value, language.value)}</dd>
        </div>
        <div>
          <dt>{other.name}</dt>
          <dd>{describeRow(other, words.value)}</dd>
        </div>
      </dl>
      {doubts.length > 0 && stops.length === 0 && (
        <div role="alert">
          {doubts.map(({ check, message }) => (
            <p key={check}>{say(message, language.value)}</p>
          ))}
        </div>
      )}
      {refusal !== '' && <p role="alert">{refusal}</p>}
      <div class="row-of-buttons">
        {stops.length === 0 && (
          <Button label={doubts.length > 0 ? copy.surely : copy.yes} isBusy={joining.isBusy} onPress={joining.run} />
        )}
        <Button label={copy.no} isQuiet onPress={onNo} />
      </div>
    </section>
  );
}

function isStop({ strength }: Finding): boolean {
  return strength === 'stop';
}

async function undo(screen: Screen, transaction: string, path: string): Promise<void> {
  await screen.phone.undo(transaction);
  screen.say({ text: words.value.app.undone, path });
}
