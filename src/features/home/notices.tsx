import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';

/** A new version: here only, where no form is open. */
export function UpdateNotice({ screen }: { readonly screen: Screen }): VNode | null {
  const update = screen.update.value;
  return update ? <Update install={update} /> : null;
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

function Update({ install }: { readonly install: () => void }): VNode {
  const [state, setState] = useState<'offered' | 'asked' | 'slow'>('offered');
  const { home } = words.value;
  useEffect(() => {
    if (state !== 'asked') return;
    const timer = setTimeout(() => setState('slow'), patience);
    return () => clearTimeout(timer);
  }, [state]);
  const press = (): void => {
    setState('asked');
    install();
  };
  const isAsked = state === 'asked';
  return (
    <section class="box">
      <h2>{home.update}</h2>
      <p role="status">{state === 'slow' ? home.updateSlow : home.updateHow}</p>
      <div>
        <Button label={isAsked ? home.updating : home.updateNow} icon="receive" isBusy={isAsked} onPress={press} />
      </div>
    </section>
  );
}
