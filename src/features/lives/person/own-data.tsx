import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { personPath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { describePerson } from '../part/describe-person.ts';
import { FieldFacts } from '../part/field-facts.tsx';
import type { PersonPage, PersonPanel } from './panel.tsx';

interface OwnDataProps {
  readonly screen: Screen;
  readonly person: PersonPage;
  readonly panel: PersonPanel;
  readonly onClose: () => void;
}

/** At the doorstep: what the book holds about a person, for her own eyes, and her request to correct or delete it. */
export function OwnData({ screen, person, panel, onClose }: OwnDataProps): VNode {
  const copy = livesWords.value.panel;
  return (
    <Page
      title={copy.showTitle}
      note={`${panel.name} · ${describePerson(person.line, words.value, language.value)}`}
      action={<Button label={copy.close} isMain onPress={onClose} />}
    >
      <p>{copy.showHow}</p>
      <FieldFacts fields={[...person.fields, ...panel.fields]} />
      <Written changes={[...person.changes, ...panel.changes]} />
      <Request screen={screen} person={person} />
    </Page>
  );
}

function Written({ changes }: { readonly changes: PersonPage['changes'] }): VNode | null {
  if (changes.length === 0) return null;
  return (
    <section class="section">
      <h2>{livesWords.value.panel.changes}</h2>
      <ul class="ledger">
        {changes.map(({ id, label, date }) => (
          <li key={id} class="change">
            {say(label, language.value)} <span class="soft">{formatDate(date)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Kept in the panel alone; the officer is reminded of it by name and household. */
function Request({ screen, person }: Pick<OwnDataProps, 'screen' | 'person'>): VNode {
  const [wish, setWish] = useState('');
  const [error, setError] = useState('');
  const copy = livesWords.value.panel;
  const path = `${personPath(person.id)}/private`;
  const saving = useOnce(async () => {
    const answers = { date: civilToday(), person: person.id, wish: wish.trim() };
    const outcome = await screen.phone.record('request', person.householdId, answers, []);
    if (!outcome.ok) return setError(outcome.error.map(({ message }) => say(message, language.value)).join(' '));
    const { transaction } = outcome.value;
    setWish('');
    screen.say({ text: words.value.bar.saved, path, undo: () => screen.phone.undo(transaction) });
  });
  const press = (): void => {
    setError(wish.trim() === '' ? copy.requestMissing : '');
    if (wish.trim() !== '') saving.run();
  };
  return (
    <Entry onEnter={press}>
      <TextField
        id="request"
        label={copy.requestNote}
        value={wish}
        {...(error !== '' && { error })}
        onValue={setWish}
      />
      <div>
        <Button label={copy.request} isBusy={saving.isBusy} onPress={press} />
      </div>
    </Entry>
  );
}
