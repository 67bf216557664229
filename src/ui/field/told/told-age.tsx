import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { eventWords } from '../../words/event-words.ts';
import { TextField } from '../text-field.tsx';
import type { ToldProps } from './told-date.tsx';
import { saidAge, yearOfAge } from './told-year.ts';

/** "Khoảng 60 tuổi": the year of birth follows at once. */
export function ToldAge({ id, today, said, onTell }: ToldProps): VNode {
  const [age, setAge] = useState('');
  const [isMu, setMu] = useState(false);
  const words = eventWords.value.field;
  const tell = (nextAge: string, nextMu: boolean): void => {
    setAge(nextAge);
    setMu(nextMu);
    const year = yearOfAge(nextAge, nextMu, today);
    if (year !== undefined) onTell(year, saidAge(nextAge, nextMu, today));
    else if (nextAge.trim() !== '' || said !== '') onTell(undefined, '');
  };
  const isWrong = age.trim() !== '' && yearOfAge(age, isMu, today) === undefined;
  return (
    <>
      <TextField
        id={`${id}-age`}
        label={words.age}
        inputMode="numeric"
        value={age}
        {...(isWrong && { error: words.ageShape })}
        onValue={(next) => tell(next, isMu)}
      />
      <label class="choice">
        <input type="checkbox" checked={isMu} onChange={(event) => tell(age, event.currentTarget.checked)} />
        <span>{words.isMu}</span>
      </label>
    </>
  );
}
