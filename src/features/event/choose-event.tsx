import type { VNode } from 'preact';
import type { FormDefinition } from '../../domain/form/form.ts';
import { say } from '../../domain/words.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { Icon } from '../../ui/icon.tsx';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { formPath } from '../../ui/lives/paths.ts';
import { MissingScreen } from '../../ui/page/missing-screen.tsx';
import { Page } from '../../ui/page/page.tsx';
import { eventWords } from '../../ui/words/event-words.ts';
import { civilToday } from '../../ui/words/today.ts';
import type { ScreenProps } from '../screen.ts';
import { groupForms } from './event-groups.ts';
import { offeredForms } from './offered-forms.ts';

/**
 * "Ghi biến động": what can be recorded at this household, under a few headings. `?person=` is whom it is about,
 * `?of=panel` leads from that person's own panel.
 */
export function ChooseEvent({ screen, params, query }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => screen.phone.household(id), id, screen.revision.value);
  const copy = words.value.household;
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={copy.missing} />;
  const person = answer.value.people.find((one) => one.id === query.person);
  // Erased, joined with somebody, or moved while this page stood open.
  if (query.person !== undefined && person === undefined) return <MissingScreen title={eventWords.value.notHere} />;
  const isPanel = query.of === 'panel' && person !== undefined;
  const { now, late } = offeredForms({ role: screen.who.role, person, today: civilToday(), isPanel });
  const where = `${copy.household(answer.value.number)} · ${answer.value.villageName}`;
  const begin = (form: FormDefinition): void => {
    screen.go(formPath(id, form.key, person?.id));
  };
  return (
    <Page
      title={isPanel ? eventWords.value.choosePanel : copy.chooseEvent}
      note={person === undefined ? where : `${person.name} · ${where}`}
      onBack={screen.back}
    >
      {groupForms(now).map((group) => (
        <section key={group.key} class="section">
          <h2 class="group-head">
            <Icon name={group.icon} />
            <span>{eventWords.value.group[group.key]}</span>
          </h2>
          <FormRows forms={group.offered} onBegin={begin} />
          {group.key === 'birth' && !isPanel && <p class="soft">{eventWords.value.adoption}</p>}
        </section>
      ))}
      {late.length > 0 && (
        <details>
          <summary>{eventWords.value.late}</summary>
          <p class="soft">{eventWords.value.lateHow}</p>
          <FormRows forms={late} onBegin={begin} />
        </details>
      )}
      {now.length + late.length === 0 && <p>{eventWords.value.nothingSuits}</p>}
    </Page>
  );
}

interface FormRowsProps {
  readonly forms: readonly FormDefinition[];
  readonly onBegin: (form: FormDefinition) => void;
}

function FormRows({ forms, onBegin }: FormRowsProps): VNode {
  return (
    <Ledger>
      {forms.map((form) => (
        <LedgerRow
          key={form.key}
          title={say(form.title, language.value)}
          onPress={() => onBegin(form)}
          end={<Icon name="right" />}
        />
      ))}
    </Ledger>
  );
}
