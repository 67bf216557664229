import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { otherPurpose } from '../../../formats/interchange/extract/other-purpose.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { saveFile } from '../../../ui/form/files/save-file.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { ExtractOrder, ExtractPurpose } from '../../../workers/api/transfer-api.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { transferWords } from '../words.ts';
import { ExtractLog } from './extract-log.tsx';
import { missingIn } from './missing-in.ts';
import { nobodysPurpose, OtherPurposeFields } from './other-purpose-fields.tsx';

/** "Trích danh sách": figures first, then a list of fixed columns with recipient, ground and number, logged. */
export function ExtractList({ screen }: ScreenProps): VNode | null {
  const words = transferWords.value.extract;
  const [order, setOrder] = useState<ExtractOrder>(emptyOrder(screen));
  const answer = useAnswer(() => screen.phone.extractPurposes(order.place), order.place);
  const [found, setFound] = useState(0);
  const [made, setMade] = useState('');
  const [step, setStep] = useState(0);
  const change = (part: Partial<ExtractOrder>) => setOrder({ ...order, ...part });
  const errors = found === 0 ? [] : missingIn(order);
  const making = useOnce(async () => {
    if (missingIn(order).length > 0) return setFound(found + 1);
    const file = await screen.phone.extractList(order);
    saveFile(file);
    setMade(words.made(file.name));
    setStep(step + 1);
  });
  if (answer === undefined) return null;
  return (
    <Page title={words.title} onBack={screen.back}>
      <ErrorSummary errors={errors} found={found} />
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
        {...errorAt(errors, 'purpose')}
      />
      {order.other !== undefined && (
        <OtherPurposeFields
          screen={screen}
          order={order}
          other={order.other}
          errors={errors}
          onOther={(other) => change({ other })}
        />
      )}
      <TextField
        id="recipient"
        label={words.recipient}
        hint={words.recipientHint}
        value={order.recipient}
        onValue={(recipient) => change({ recipient })}
        {...errorAt(errors, 'recipient')}
      />
      <TextField
        id="ground"
        label={words.ground}
        hint={words.groundHint}
        value={order.ground}
        onValue={(ground) => change({ ground })}
        {...errorAt(errors, 'ground')}
      />
      <Button label={words.make} isMain isBusy={making.isBusy} onPress={making.run} />
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

function choiceOf({ key, words, columns, people }: ExtractPurpose) {
  const { extract } = transferWords.value;
  const named = columns.map((column) => say(column, language.value)).join(', ');
  const note = people === undefined ? extract.columns(named) : extract.people(people, named);
  return { key, label: say(words, language.value), note };
}
