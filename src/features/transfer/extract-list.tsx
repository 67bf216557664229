import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../domain/words.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useAnswer } from '../../ui/hook/use-answer.ts';
import { language } from '../../ui/language.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page.tsx';

import type { ExtractOrder, ExtractPurpose } from '../../workers/api/transfer-api.ts';
import type { Screen, ScreenProps } from '../screen.ts';
import { saveFile } from './save-file.ts';
import { spellMoment } from './spell-moment.ts';
import { transferWords } from './words.ts';

/** "Trích danh sách": figures first, then a list of fixed columns with recipient, ground and number, logged. */
export function ExtractList({ screen }: ScreenProps): VNode | null {
  const words = transferWords.value.extract;
  const answer = useAnswer(() => screen.phone.extractPurposes(), 'purposes');
  const [order, setOrder] = useState<ExtractOrder>({
    purpose: '',
    place: screen.who.commune,
    recipient: '',
    ground: '',
  });
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState('');
  const [step, setStep] = useState(0);
  const change = (part: Partial<ExtractOrder>) => setOrder({ ...order, ...part });
  const errorOf = (field: 'purpose' | 'recipient' | 'ground') =>
    asked && order[field].trim() === '' ? { error: words.need[field] } : {};
  const make = async (): Promise<void> => {
    setAsked(true);
    if (order.purpose === '' || order.recipient.trim() === '' || order.ground.trim() === '') return;
    const file = await screen.phone.extractList(order);
    saveFile(file);
    setMade(words.made(file.name));
    setStep(step + 1);
  };
  if (answer === undefined) return null;
  return (
    <Page title={words.title} onBack={screen.back}>
      <p>{words.text}</p>
      <ChoiceRows
        id="purpose"
        label={words.purpose}
        choices={answer.value.map(choiceOf)}
        chosen={order.purpose}
        onChoose={(purpose) => change({ purpose })}
        {...errorOf('purpose')}
      />
      <SelectField
        id="place"
        label={words.place}
        blank={screen.who.communeName}
        choices={screen.who.places
          .filter(({ level }) => level === 'village')
          .map(({ id, name }) => ({ key: id, label: name }))}
        chosen={order.place === screen.who.commune ? '' : order.place}
        onChoose={(place) => change({ place: place === '' ? screen.who.commune : place })}
      />
      <TextField
        id="recipient"
        label={words.recipient}
        hint={words.recipientHint}
        value={order.recipient}
        onValue={(recipient) => change({ recipient })}
        {...errorOf('recipient')}
      />
      <TextField
        id="ground"
        label={words.ground}
        hint={words.groundHint}
        value={order.ground}
        onValue={(ground) => change({ ground })}
        {...errorOf('ground')}
      />
      <Button label={words.make} isMain onPress={() => void make()} />
      <p role="status">{made}</p>
      <ExtractLog screen={screen} step={step} />
    </Page>
  );
}

function choiceOf({ key, words, columns, people }: ExtractPurpose) {
  const named = columns.map((column) => say(column, language.value)).join(', ');
  return { key, label: say(words, language.value), note: transferWords.value.extract.people(people, named) };
}

function ExtractLog({ screen, step }: { readonly screen: Screen; readonly step: number }): VNode | null {
  const words = transferWords.value.extract;
  const log = useAnswer(() => screen.phone.extractLog(), 'log', step);
  if (log === undefined) return null;
  return (
    <section>
      <h2>{words.log}</h2>
      {log.value.length === 0 && <p class="soft">{words.none}</p>}
      <Ledger>
        {log.value.map(({ number, people, recipient, ground, at }) => (
          <LedgerRow
            key={number}
            title={words.entry(number, people)}
            note={`${recipient} · ${ground} · ${spellMoment(at)}`}
          />
        ))}
      </Ledger>
    </section>
  );
}
