import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { FormDefinition } from '../../../domain/form/form.ts';
import { say } from '../../../domain/words.ts';
import { spellMoment } from '../../../ui/bar/sync-words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { formPath, givePath, personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { civilToday, rightNow } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { ChangeList } from '../part/change-list.tsx';
import { Disagreements } from '../part/disagreements.tsx';
import { FieldFacts } from '../part/field-facts.tsx';
import { OwnData } from './own-data.tsx';
import { panelForms } from './panel-forms.ts';

export type PersonPanel = NonNullable<Awaited<ReturnType<Screen['phone']['panel']>>>;
export type PersonPage = NonNullable<Awaited<ReturnType<Screen['phone']['person']>>>;

interface Opened {
  readonly panel: PersonPanel;
  readonly person: PersonPage;
}

/** A person's own panel. Asking for it is the look that is logged: once at each opening. */
export function PanelScreen({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const [isShown, setShown] = useState(false);
  const answer = useAnswer((goesOn) => openPanel(screen, id, goesOn), id, screen.revision.value);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={livesWords.value.person.missing} />;
  if (isShown) return <OwnData screen={screen} {...answer.value} onClose={() => setShown(false)} />;
  return <Panel screen={screen} {...answer.value} onShow={() => setShown(true)} />;
}

async function openPanel(screen: Screen, id: string, goesOn: boolean): Promise<Opened | undefined> {
  const person = await screen.phone.person(id);
  const panel = person === undefined ? undefined : await screen.phone.panel(id, goesOn);
  return person === undefined || panel === undefined ? undefined : { panel, person };
}

interface PanelProps extends Opened {
  readonly screen: Screen;
  readonly onShow: () => void;
}

function Panel({ screen, panel, person, onShow }: PanelProps): VNode {
  const copy = livesWords.value.panel;
  const path = `${personPath(panel.id)}/private`;
  return (
    <Page title={copy.title} note={panel.name} onBack={screen.back}>
      <p class="soft">{copy.logged}</p>
      {panel.fields.length === 0 && panel.changes.length === 0 && <p>{copy.empty}</p>}
      <Disagreements
        screen={screen}
        records={[{ id: panel.id, name: '' }]}
        household={person.householdId}
        path={path}
        eyes="panel"
      />
      <FieldFacts fields={panel.fields} />
      <div>
        <Button label={copy.show} onPress={onShow} />
      </div>
      <PanelForms screen={screen} person={person} />
      <ChangeList screen={screen} changes={panel.changes} path={path} title={copy.changes} />
      <Looks looks={panel.looks} />
    </Page>
  );
}

function PanelForms({ screen, person }: Pick<PanelProps, 'screen' | 'person'>): VNode {
  const today = civilToday();
  const copy = livesWords.value.panel;
  const forms = (when: 'now' | 'late') => panelForms(person.line, screen.who.role, today, when);
  return (
    <>
      <FormRows title={copy.record} forms={forms('now')} person={person} />
      <FormRows title={eventWords.value.late} note={eventWords.value.lateHow} forms={forms('late')} person={person} />
    </>
  );
}

interface FormRowsProps {
  readonly title: string;
  readonly note?: string;
  readonly forms: readonly FormDefinition[];
  readonly person: PersonPage;
}

function FormRows({ title, note, forms, person }: FormRowsProps): VNode | null {
  if (forms.length === 0) return null;
  return (
    <section class="section">
      <h2>{title}</h2>
      {note && <p class="soft">{note}</p>}
      <Ledger>
        {forms.map((form) => (
          <LedgerRow key={form.key} title={say(form.title, language.value)} href={recordedAt(form, person)} />
        ))}
      </Ledger>
    </section>
  );
}

/** What is given has a page of its own: the lot that goes first, and as much as the last time. */
function recordedAt({ key }: FormDefinition, { householdId, id }: PersonPage): string {
  return key === 'stock_give' ? givePath(householdId, id) : formPath(householdId, key, id);
}

const fewLooks = 5;

/** Who looked, newest first: somebody who looks without need would be seen. */
function Looks({ looks }: { readonly looks: PersonPanel['looks'] }): VNode {
  const [all, setAll] = useState(false);
  const copy = livesWords.value;
  const shown = all ? looks : looks.slice(0, fewLooks);
  return (
    <section class="section">
      <h2>{copy.panel.looks}</h2>
      <ul class="plain small soft">
        {shown.map(({ at, user }) => (
          <li key={`${at} ${user}`}>
            {copy.panel.look(user || copy.changes.someone, spellMoment(at, rightNow(), words.value))}
          </li>
        ))}
      </ul>
      {shown.length < looks.length && (
        <div>
          <Button label={copy.changes.more(looks.length - shown.length)} onPress={() => setAll(true)} />
        </div>
      )}
    </section>
  );
}
