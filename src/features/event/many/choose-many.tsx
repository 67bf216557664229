import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import { say } from '../../../domain/words.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { begin } from '../../../ui/lives/begun.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { draftPath, manyDraft } from '../../draft-path.ts';
import type { ScreenProps } from '../../screen.ts';
import { isFor } from '../offered-forms.ts';

/** "Ghi theo danh sách": which event, and of which village the list is. */
export function ChooseMany({ screen }: ScreenProps): VNode {
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const [place, setPlace] = useState(villages.length === 1 ? villages[0]?.id : undefined);
  const copy = eventWords.value.many;
  const start = (form: FormDefinition): void => {
    if (place === undefined) return;
    const of = `${manyDraft}${form.key}`;
    screen.go(draftPath({ id: begin({ where: place, form: of, person: '' }), form: of, page: 0 }));
  };
  return (
    <Page title={words.value.pages.forMany} note={copy.how} onBack={screen.back}>
      {villages.length > 1 && (
        <ChoiceRows
          id="village"
          label={copy.village}
          choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={place}
          onChoose={setPlace}
        />
      )}
      {place !== undefined && (
        <section class="section">
          <h2>{copy.which}</h2>
          <Ledger>
            {catalogue.forms
              .filter((form) => form.forMany === true && isFor(form, screen.who.role))
              .map((form) => (
                <LedgerRow
                  key={form.key}
                  title={say(form.title, language.value)}
                  onPress={() => start(form)}
                  end={<Icon name="right" />}
                />
              ))}
          </Ledger>
        </section>
      )}
    </Page>
  );
}
