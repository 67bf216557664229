import type { VNode } from 'preact';
import type { ChangedRow } from '../../../domain/figure/closing/closing.ts';
import type { Rounding } from '../../../domain/figure/rounding.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { StateMark, type StateWord } from '../../../ui/bar/state-word.tsx';
import { language } from '../../../ui/language.ts';
import { ChangedRows } from '../../../ui/report/changed-rows.tsx';
import { closingWords } from '../../../ui/words/closing-words.ts';

interface ReconciledProps {
  readonly changes: readonly ChangedRow[];
  readonly rounding: Rounding;
}

/** "Đối soát": what the hub counts beside what was frozen; true differences first, late facts apart. */
export function Reconciled({ changes, rounding }: ReconciledProps): VNode {
  const copy = consoleWords(language.value).closing;
  const [untrue, late] = [changes.filter(({ isTrue }) => isTrue), changes.filter(({ isTrue }) => !isTrue)];
  const result = untrue.length > 0 ? 'differs' : late.length > 0 ? 'late' : 'equal';
  const heads = [closingWords.value.frozen, copy.hub] as const;
  return (
    <section class="section" aria-labelledby="reconciled">
      <h2 id="reconciled">{copy.reconciled}</h2>
      <p>
        <StateMark word={{ ...looks[result], text: copy.result[result] }} />
      </p>
      <p class="soft">{copy.how[result]}</p>
      {untrue.length > 0 && (
        <>
          <h3>{copy.trueRows}</h3>
          <ChangedRows rows={untrue} rounding={rounding} heads={heads} tellsTruth />
        </>
      )}
      {late.length > 0 && (
        <>
          <h3>{copy.lateRows}</h3>
          <ChangedRows rows={late} rounding={rounding} heads={heads} />
        </>
      )}
    </section>
  );
}

const looks: { readonly [result in 'equal' | 'late' | 'differs']: Omit<StateWord, 'text'> } = {
  equal: { tone: 'sent', icon: 'sent' },
  late: { tone: 'waiting', icon: 'clock' },
  differs: { tone: 'back', icon: 'mend' },
};
