import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { words } from '../../ui/language.ts';
import type { Screen } from '../screen.ts';

/** A new version and the offer to install: here only, where no form is open. */
export function Notices({ screen }: { readonly screen: Screen }): VNode {
  const { home, more } = words.value;
  const update = screen.update.value;
  const install = screen.install.value;
  return (
    <>
      {update && (
        <section class="box">
          <h2>{home.update}</h2>
          <p>{home.updateHow}</p>
          <div>
            <Button label={home.updateNow} icon="receive" onPress={update} />
          </div>
        </section>
      )}
      {install && (
        <section class="box">
          <p>{more.installHow}</p>
          <div>
            <Button label={more.install} icon="install" onPress={() => void install()} />
          </div>
        </section>
      )}
    </>
  );
}
