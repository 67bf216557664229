import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { Entry } from '../../ui/field/entry.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { useOnce } from '../../ui/hook/use-once.ts';
import { usersWords } from '../../ui/words/users-words.ts';
import type { LabelFault, UsersApi } from '../../workers/api/users-api.ts';

type Said = LabelFault | 'saved';

/** What she is called at the lock screen of a phone that others use too. */
export function UserLabel({ phone }: { readonly phone: UsersApi }): VNode {
  const copy = usersWords.value;
  const [typed, setTyped] = useState<string>();
  const [said, setSaid] = useState<Said>();
  const known = useLatest(() => phone.users(), 'label');
  const kept = known?.users.find(({ isCurrent }) => isCurrent)?.label ?? '';
  const value = typed ?? kept;
  const save = useOnce(async () => {
    const outcome = await phone.chooseLabel(value);
    setSaid(outcome.ok ? 'saved' : outcome.error);
  });
  const error = said === undefined || said === 'saved' ? {} : { error: copy.errors[said] };
  return (
    <section class="box">
      <p>{copy.labelText}</p>
      <Entry onEnter={save.run}>
        <TextField
          id="user-label"
          label={copy.label}
          hint={copy.labelHint}
          look="code"
          value={value}
          {...error}
          onValue={(next) => {
            setTyped(next);
            setSaid(undefined);
          }}
        />
      </Entry>
      <p role="status">{said === 'saved' ? copy.labelSaved : ''}</p>
      <div class="row-of-buttons">
        <Button label={copy.saveLabel} isBusy={save.isBusy} onPress={save.run} />
      </div>
    </section>
  );
}
