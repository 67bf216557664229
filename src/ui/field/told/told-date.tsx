import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../button.tsx';
import { eventWords } from '../../words/event-words.ts';
import { ToldAge } from './told-age.tsx';
import { ToldCanChi } from './told-can-chi.tsx';
import { ToldLunar } from './told-lunar.tsx';

export interface ToldProps {
  /** Id of the date's own control: those of this part begin with it. */
  readonly id: string;
  readonly today: string;
  /** A date as far as it is known, and the words in which it was told; no date where what is told now is none. */
  readonly onTell: (date: string | undefined, said: string) => void;
  /** The words in which the date that stands was told; `''` where it was written by hand. */
  readonly said: string;
}

type Way = 'age' | 'canChi' | 'lunar';

/** For who knows no solar date: an age, an animal, a lunar date. */
export function ToldDate(props: ToldProps): VNode {
  const [way, setWay] = useState<Way>();
  const words = eventWords.value.field;
  const turn = (to: Way, label: string): VNode => (
    <Button label={label} isOpen={way === to} onPress={() => setWay(way === to ? undefined : to)} />
  );
  return (
    <div class="told">
      {props.said !== '' && <p class="field-hint">{words.told(props.said)}</p>}
      <p class="field-hint">{words.otherWays}</p>
      <div class="row-of-buttons">
        {turn('age', words.byAge)}
        {turn('canChi', words.byCanChi)}
        {turn('lunar', words.byLunar)}
      </div>
      {way === 'age' && <ToldAge {...props} />}
      {way === 'canChi' && <ToldCanChi {...props} />}
      {way === 'lunar' && <ToldLunar {...props} />}
    </div>
  );
}
