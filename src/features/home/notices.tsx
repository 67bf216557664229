import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';
import { isBackupDue } from './backup-due.ts';

/** A new version: here only, where no form is open. */
export function UpdateNotice({ screen }: { readonly screen: Screen }): VNode | null {
  const update = screen.update.value;
  return update ? <Update screen={screen} install={update} /> : null;
}

/** What waits had better stand somewhere else, too. */
export function BackupNotice({ screen }: { readonly screen: Screen }): VNode | null {
  const { home } = words.value;
  const sync = screen.sync.value;
  if (screen.practice.isOn || !isBackupDue(sync, Date.now())) return null;
  return (
    <section class="box box-ask">
      <h2>{home.backup(sync.waiting)}</h2>
      <p>{home.backupHow}</p>
      <div>
        <Button label={home.backupNow} onPress={() => screen.go('/more/by-file')} />
      </div>
    </section>
  );
}

/** The offer to install, below the work: it must not push the work out of sight. */
export function InstallNotice({ screen }: { readonly screen: Screen }): VNode | null {
  const { more } = words.value;
  const install = screen.install.value;
  if (!install) return null;
  return (
    <section class="box">
      <p>{more.installHow}</p>
      <div>
        <Button label={more.install} icon="install" onPress={() => void install()} />
      </div>
    </section>
  );
}

/** Chrome lets the old version finish what it does, which may take minutes: then closing the app is quicker. */
const patience = 8_000;

interface UpdateProps {
  readonly screen: Screen;
  readonly install: () => void;
}

function Update({ screen, install }: UpdateProps): VNode {
  const [state, setState] = useState<'offered' | 'waits' | 'asked' | 'slow'>('offered');
  const { home } = words.value;
  useEffect(() => {
    if (state !== 'asked') return;
    const timer = setTimeout(() => setState('slow'), patience);
    return () => clearTimeout(timer);
  }, [state]);
  // What is half written was asked for by this version: the next one must not have to read it.
  const press = async (): Promise<void> => {
    const drafts = await screen.phone.drafts();
    setState(drafts.length > 0 ? 'waits' : 'asked');
    if (drafts.length === 0) install();
  };
  const text = { offered: home.updateHow, waits: home.updateWaits, asked: home.updateHow, slow: home.updateSlow };
  const isAsked = state === 'asked';
  return (
    <section class="box">
      <h2>{home.update}</h2>
      <p role="status">{text[state]}</p>
      <div>
        <Button
          label={isAsked ? home.updating : home.updateNow}
          icon="receive"
          isBusy={isAsked}
          onPress={() => void press()}
        />
      </div>
    </section>
  );
}
