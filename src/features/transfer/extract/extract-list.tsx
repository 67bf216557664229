import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { otherPurpose } from '../../../formats/interchange/extract/other-purpose.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { ExtractOrder, ExtractPurpose } from '../../../workers/api/transfer-api.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { transferWords } from '../words.ts';
import { ExtractLog } from './extract-log.tsx';
import { isApproved, nobodysPurpose, OtherPurposeFields } from './other-purpose-fields.tsx';

/** "Trích danh sách": figures first, then a list of fixed columns with recipient, ground and number, logged. */
export function ExtractList({ screen }: ScreenProps): VNode | null {
  const words = transferWords.value.extract;
  const [order, setOrder] = useState<ExtractOrder>(emptyOrder(screen));
  const answer = useAnswer(() => screen.phone.extractPurposes(order.place), order.place);
  const [asked, setAsked] = useState(false);
  const [made, setMade] = useState('');
  const [step, setStep] = useState(0);
  const change = (part: Partial<ExtractOrder>) => setOrder({ ...order, ...part });
  const errorOf = (field: 'purpose' | 'recipient' | 'ground') =>
    asked && order[field].trim() === '' ? { error: words.need[field] } : {};
  const make = async (): Promise<void> => {
    setAsked(true);
    if (!isWhole(order)) return;
    const file = await screen.phone.extractList(order);
    saveFile(file);
    setMade(words.made(file.name));
    setStep(step + 1);
  };
  if (answer === undefined) return null;
  return (
    <Page title={words.title} onBack={screen.back}>
      <p>{words.text}</p>
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
      <ChoiceRows
        id="purpose"
        label={words.purpose}
        choices={answer.value.map(choiceOf)}
        chosen={order.purpose}
        onChoose={(purpose) => setOrder(withPurpose(order, purpose))}
        {...errorOf('purpose')}
      />
      {order.other !== undefined && (
        <OtherPurposeFields
          screen={screen}
          order={order}
          other={order.other}
          isAsked={asked}
          onOther={(other) => change({ other })}
        />
      )}
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
      <ExtractLog screen={screen} step={step} purposes={answer.value} />
    </Page>
  );
}

function emptyOrder(screen: Screen): ExtractOrder {
  return { purpose: '', place: screen.who.commune, recipient: '', ground: '' };
}

function withPurpose({ other, ...order }: ExtractOrder, purpose: string): ExtractOrder {
  return purpose === otherPurpose ? { ...order, purpose, other: other ?? nobodysPurpose } : { ...order, purpose };
}

function isWhole({ purpose, recipient, ground, other }: ExtractOrder): boolean {
  const isFilled = [purpose, recipient, ground].every((text) => text.trim() !== '');
  return isFilled && (other === undefined || isApproved(other));
}

function choiceOf({ key, words, columns, people }: ExtractPurpose) {
  const { extract } = transferWords.value;
  const named = columns.map((column) => say(column, language.value)).join(', ');
  const note = people === undefined ? extract.columns(named) : extract.people(people, named);
  return { key, label: say(words, language.value), note };
}
