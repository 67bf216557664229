import type { VNode } from 'preact';
import { civilDay } from '../../../domain/calendar/civil-date.ts';
import { errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ExtractOrder, OtherPurpose } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { transferWords } from '../words.ts';

export const nobodysPurpose: OtherPurpose = {
  words: '',
  fromAge: '',
  toAge: '',
  sex: '',
  approvedBy: '',
  approvedOn: '',
  document: '',
};

interface OtherPurposeFieldsProps {
  readonly screen: Screen;
  readonly order: ExtractOrder;
  readonly other: OtherPurpose;
  readonly errors: readonly FieldError[];
  readonly onOther: (other: OtherPurpose) => void;
}

/** A purpose that is not in the list: whom it names, and the head's approval. */
export function OtherPurposeFields({ screen, order, other, errors, onOther }: OtherPurposeFieldsProps): VNode {
  const words = transferWords.value.extract.other;
  const count = useAnswer(() => screen.phone.countExtract(order), JSON.stringify([order.place, other]))?.value;
  const change = (part: Partial<OtherPurpose>) => onOther({ ...other, ...part });
  const text = (key: 'words' | 'approvedBy' | 'document', look: { readonly look?: 'name' } = {}) => (
    <TextField
      id={key}
      label={words[key]}
      value={other[key]}
      onValue={(value) => change({ [key]: value })}
      {...look}
      {...errorAt(errors, key)}
    />
  );
  const age = (key: 'fromAge' | 'toAge') => (
    <TextField
      id={key}
      label={words[key]}
      hint={words.ageHint}
      inputMode="numeric"
      value={other[key]}
      onValue={(value) => change({ [key]: value.replace(/\D/g, '').slice(0, 3) })}
    />
  );
  return (
    <section>
      {text('words')}
      {age('fromAge')}
      {age('toAge')}
      <SelectField
        id="sex"
        label={words.sex}
        blank={words.anySex}
        choices={[
          { key: 'male', label: words.male },
          { key: 'female', label: words.female },
        ]}
        chosen={other.sex}
        onChoose={(sex) => change({ sex: sex === 'male' || sex === 'female' ? sex : '' })}
      />
      {count !== undefined && <p>{words.count(spellNumber(count, language.value))}</p>}
      {text('approvedBy', { look: 'name' })}
      <DateField
        id="approvedOn"
        label={words.approvedOn}
        answer={other.approvedOn === '' ? undefined : other.approvedOn}
        isPartial={false}
        today={civilDay(Date.now())}
        onAnswer={(day) => change({ approvedOn: typeof day === 'string' ? day : '' })}
        {...errorAt(errors, 'approvedOn')}
      />
      {text('document')}
    </section>
  );
}
