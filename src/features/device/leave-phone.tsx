import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { useOnce } from '../../ui/hook/use-once.ts';
import { usersWords } from '../../ui/words/users-words.ts';
import type { UsersApi } from '../../workers/api/users-api.ts';

interface LeavePhoneProps {
  readonly phone: Pick<UsersApi, 'leavePhone'>;
  readonly onLeft: () => void;
}

/** Offered once the hub has certified that it holds everything: what goes is said first, the button names it. */
export function LeavePhone({ phone, onLeft }: LeavePhoneProps): VNode {
  const copy = usersWords.value;
  const [isAsked, setAsked] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const leave = useOnce(async () => {
    const outcome = await phone.leavePhone();
    if (outcome.ok) onLeft();
    else setRefused(true);
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) box.current?.focus();
  }, [isAsked]);
  if (!isAsked) {
    return (
      <div class="row-of-buttons">
        <Button label={copy.leave} isQuiet onPress={() => setAsked(true)} />
      </div>
    );
  }
  return (
    <div ref={box} class="box box-ask" role="alert" tabIndex={-1}>
      <p>{copy.leaveHow}</p>
      <p role="status">{isRefused ? copy.leaveUnproved : ''}</p>
      <div class="row-of-buttons">
        <Button label={copy.leaveNow} isBusy={leave.isBusy} onPress={leave.run} />
        <Button label={copy.stay} isQuiet onPress={() => setAsked(false)} />
      </div>
    </div>
  );
}
