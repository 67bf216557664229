import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { leftBlank } from '../../../formats/interchange/wizard/left-blank.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { AskedWord, SheetMapping, SheetWords } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';
import { factWord } from './fact-word.ts';

interface WordsStepProps {
  readonly mapping: SheetMapping;
  readonly words: readonly AskedWord[];
  readonly action: string;
  readonly isBusy: boolean;
  readonly onMapped: (mapping: SheetMapping) => void;
}

/** Words that nobody knows, the most frequent first: a person says once what each of them means. */
export function WordsStep({ mapping, words: asked, action, isBusy, onMapped }: WordsStepProps): VNode {
  const { asked: words } = transferWords.value.wizard;
  const [said, setSaid] = useState<SheetWords>(mapping.words);
  const choose = ({ column, key }: AskedWord, meaning: string): void => {
    const { [key]: _, ...others } = said[column] ?? {};
    setSaid({ ...said, [column]: meaning === '' ? others : { ...others, [key]: meaning } });
  };
  return (
    <>
      <p>{words.text}</p>
      {asked.map((one, index) => (
        <SelectField
          key={`${one.column} ${one.key}`}
          id={`word-${index}`}
          label={words.word(factWord(one.column), one.word)}
          hint={words.rows(spellNumber(one.rows, language.value))}
          blank={words.blank}
          choices={[
            ...one.choices.map((choice) => ({ key: choice.key, label: say(choice.words, language.value) })),
            { key: leftBlank, label: words.leftBlank },
          ]}
          chosen={said[one.column]?.[one.key] ?? ''}
          onChoose={(meaning) => choose(one, meaning)}
        />
      ))}
      <Button label={action} isMain isBusy={isBusy} onPress={() => onMapped({ ...mapping, words: said })} />
    </>
  );
}
