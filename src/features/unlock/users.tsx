import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { Ledger, LedgerRow } from '../../ui/ledger.tsx';
import { Page } from '../../ui/page/page.tsx';
import { nameUser, usersWords } from '../../ui/words/users-words.ts';
import type { PhoneUser, UsersApi } from '../../workers/api/users-api.ts';

interface UsersProps {
  readonly phone: Pick<UsersApi, 'users'>;
  readonly onPick: (user: PhoneUser) => void;
  readonly onAdd: () => void;
  readonly onBack: () => void;
}

/** Who uses this phone, by the letters that each chose: no name, no count, nothing of anybody's book. */
export function Users({ phone, onPick, onAdd, onBack }: UsersProps): VNode {
  const known = useLatest(() => phone.users(), 'users');
  const copy = usersWords.value;
  const noteOf = ({ isRevoked, isCurrent }: PhoneUser): string | undefined =>
    isRevoked ? copy.revoked : isCurrent ? copy.current : undefined;
  return (
    <Page title={copy.title} onBack={onBack}>
      <p>{copy.text}</p>
      <Ledger>
        {known?.users.map((user) => (
          <LedgerRow key={user.device} title={nameUser(user)} note={noteOf(user)} onPress={() => onPick(user)} />
        ))}
      </Ledger>
      {known && (
        <div>
          <Button label={copy.add} onPress={onAdd} />
        </div>
      )}
    </Page>
  );
}
