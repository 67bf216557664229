import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { DoubtKind, TakenDoubts } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';

interface DoubtChoiceProps {
  readonly doubts: readonly DoubtKind[];
  readonly chosen: TakenDoubts | undefined;
  readonly onChoose: (taken: TakenDoubts) => void;
}

/** Which doubtful rows come in: all, none, or by reason. None is chosen beforehand. */
export function DoubtChoice({ doubts, chosen, onChoose }: DoubtChoiceProps): VNode {
  const words = transferWords.value.preview;
  const byKind = typeof chosen === 'object' ? chosen : undefined;
  const choose = (key: string): void => onChoose(key === 'take' || key === 'leave' ? key : { kinds: [] });
  return (
    <>
      <ChoiceRows
        id="doubtful"
        label={words.doubtfulChoice}
        choices={[
          { key: 'take', label: words.take },
          { key: 'leave', label: words.leave },
          { key: 'kinds', label: words.choose },
        ]}
        chosen={byKind === undefined ? (typeof chosen === 'string' ? chosen : undefined) : 'kinds'}
        onChoose={choose}
      />
      {byKind !== undefined && (
        <TickRows
          id="kinds"
          label={words.kinds}
          hint={words.kindsHint}
          choices={doubts.map(({ why, words: reason, rows }) => ({
            key: why,
            label: say(reason, language.value),
            note: words.rowsOf(spellNumber(rows, language.value)),
          }))}
          ticked={byKind.kinds}
          onTick={(kinds) => onChoose({ kinds })}
        />
      )}
    </>
  );
}
