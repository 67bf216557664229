import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../catalogue/index.ts';
import type { FormDefinition } from '../../domain/form/form.ts';
import { say } from '../../domain/words.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { Icon } from '../../ui/icon.tsx';
import { language, words } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { formPath } from '../../ui/lives/paths.ts';
import { Page } from '../../ui/page/page.tsx';
import { eventWords } from '../../ui/words/event-words.ts';
import type { ScreenProps } from '../screen.ts';
import { isFor } from './offered-forms.ts';

/** What is recorded of a village and of no household: a new household, a loss without a name, a talk to a group. */
export function AtVillage({ screen }: ScreenProps): VNode {
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const [place, setPlace] = useState(villages.length === 1 ? villages[0]?.id : undefined);
  const forms = catalogue.forms.filter(
    (form) =>
      form.asks === 'village' && form.shown !== 'stock' && form.subject === undefined && isFor(form, screen.who.role),
  );
  const copy = eventWords.value;
  const begin = (form: FormDefinition): void => {
    if (place !== undefined) screen.go(formPath(place, form.key));
  };
  return (
    <Page title={words.value.pages.atVillage} onBack={screen.back}>
      {villages.length > 1 && (
        <ChoiceRows
          id="village"
          label={copy.many.village}
          choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={place}
          onChoose={setPlace}
        />
      )}
      {place !== undefined && (
        <section class="section">
          <h2>{copy.many.which}</h2>
          <Ledger>
            {forms.map((form) => (
              <LedgerRow
                key={form.key}
                title={say(form.title, language.value)}
                onPress={() => begin(form)}
                end={<Icon name="right" />}
              />
            ))}
          </Ledger>
        </section>
      )}
    </Page>
  );
}
