import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { words } from '../../ui/language.ts';
import { nameUser } from '../../ui/words/users-words.ts';
import type { UsersApi } from '../../workers/api/users-api.ts';

interface OtherUsersProps {
  readonly phone: Pick<UsersApi, 'users'>;
  readonly onUsers: () => void;
}

/** The way to the others of this phone; whose door this is, where there are any. */
export function OtherUsers({ phone, onUsers }: OtherUsersProps): VNode {
  const { unlock } = words.value;
  // Without an answer the lock screen says less, and opens all the same.
  const known = useLatest(() => phone.users().catch(() => undefined), 'users');
  const here = known?.users.find(({ isCurrent }) => isCurrent);
  const isShared = known !== undefined && known.users.length > 1;
  return (
    <div>
      {isShared && here && <p>{unlock.whose(nameUser(here))}</p>}
      <Button label={unlock.others} isQuiet onPress={onUsers} />
    </div>
  );
}
