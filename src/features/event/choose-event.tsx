import type { VNode } from 'preact';
import { catalogue } from '../../catalogue/index.ts';
import { say } from '../../domain/words.ts';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { Icon } from '../../ui/icon.tsx';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page.tsx';
import { MissingScreen } from '../missing-screen.tsx';
import type { ScreenProps } from '../screen.ts';

/** Every form of the catalogue is an event that can be recorded here. */
export function ChooseEvent({ screen, params }: ScreenProps): VNode | null {
  const id = params.id ?? '';
  const answer = useAnswer(() => screen.phone.household(id), id);
  const copy = words.value.household;
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={copy.missing} />;
  const note = `${copy.household(answer.value.number)} · ${answer.value.villageName}`;
  const begin = (form: string): void => {
    // A random name: the address of a draft says nothing about whom it is for.
    const draft = crypto.randomUUID();
    screen.go(`/household/${encodeURIComponent(id)}/event/${encodeURIComponent(form)}/${draft}`);
  };
  return (
    <Page title={copy.chooseEvent} note={note} onBack={screen.back}>
      <Ledger>
        {catalogue.forms.map((form) => (
          <LedgerRow
            key={form.key}
            title={say(form.title, language.value)}
            onPress={() => begin(form.key)}
            end={<Icon name="right" />}
          />
        ))}
      </Ledger>
    </Page>
  );
}
