import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Closing } from '../../../domain/figure/closing/closing.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import type { ApiFailure } from '../../api.ts';

type Outcome = 'received' | 'returned';

interface JudgeFormProps {
  readonly closing: Closing;
  readonly fewestInReason: number;
  /** Answers why it was not taken. */
  readonly onJudge: (outcome: Outcome, reason: string) => Promise<ApiFailure | 'reason' | 'stale' | undefined>;
}

/** Receive it, or return it with a reason; what was received opens again in the same way. */
export function JudgeForm({ closing, fewestInReason, onJudge }: JudgeFormProps): VNode | null {
  const words = consoleWords(language.value);
  const copy = words.closing;
  const [isReturning, setReturning] = useState(false);
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<ApiFailure | 'reason' | 'stale'>();
  const judge = async (outcome: Outcome) => {
    const stated = reason.trim().normalize('NFC');
    if (outcome === 'returned' && [...stated].length < fewestInReason) return setFault('reason');
    setFault(await onJudge(outcome, outcome === 'returned' ? stated : ''));
  };
  const receiving = useOnce(() => judge('received'));
  const returning = useOnce(() => judge('returned'));
  if (!closing.isLatest || closing.state === 'returned') return null;
  const error = fault === 'reason' ? copy.reasonMissing(fewestInReason) : undefined;
  return (
    <section class="not-printed">
      {fault !== undefined && fault !== 'reason' && <p role="alert">{wordFault(fault)}</p>}
      {isReturning && (
        <TextField
          id="reason"
          label={copy.reason}
          hint={copy.reasonHint(fewestInReason)}
          value={reason}
          isFocused
          {...(error !== undefined && { error })}
          onValue={setReason}
        />
      )}
      <div class="row-of-buttons">
        {closing.state === 'submitted' && !isReturning && (
          <Button label={copy.receive} icon="sent" isBusy={receiving.isBusy} onPress={receiving.run} />
        )}
        <Button
          label={closing.state === 'received' ? copy.reopen : copy.giveBack}
          icon="undo"
          isBusy={returning.isBusy}
          onPress={() => (isReturning ? returning.run() : setReturning(true))}
        />
        {isReturning && <Button label={copy.cancel} isQuiet onPress={() => setReturning(false)} />}
      </div>
    </section>
  );
}

function wordFault(fault: Exclude<ApiFailure, never> | 'stale'): string {
  const words = consoleWords(language.value);
  if (fault === 'stale') return words.closing.stale;
  return fault === 'ended' ? words.signIn.ended : words.failure[fault];
}
