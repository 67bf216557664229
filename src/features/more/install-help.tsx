import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { words } from '../../ui/language.ts';

interface InstallHelpProps {
  readonly install: (() => Promise<void>) | undefined;
}

/** One press where the browser lets us; else the steps in its own menu, with a picture. */
export function InstallHelp({ install }: InstallHelpProps): VNode {
  const { more } = words.value;
  if (window.matchMedia('(display-mode: standalone)').matches) return <p class="soft">{more.installed}</p>;
  return (
    <section class="section">
      <h2>{more.install}</h2>
      <p>{more.installHow}</p>
      {install ? (
        <div>
          <Button label={more.install} icon="install" onPress={() => void install()} />
        </div>
      ) : (
        <>
          <ol class="steps">
            {more.installSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <MenuPicture label={more.installPicture} />
        </>
      )}
    </section>
  );
}

/** A phone's browser: the three dots above, the menu open, one line of it marked. */
function MenuPicture({ label }: { readonly label: string }): VNode {
  return (
    <svg class="picture" viewBox="0 0 160 120" role="img" aria-label={label}>
      <rect x="20" y="4" width="120" height="112" rx="10" />
      <path d="M20 26h120M32 15h70" />
      <path class="picture-mark" d="M128 11v.01M128 15v.01M128 19v.01" />
      <rect x="62" y="32" width="72" height="76" rx="4" />
      <path d="M72 46h44M72 62h30M72 94h38" />
      <rect class="picture-mark" x="66" y="70" width="64" height="16" rx="3" />
      <path class="picture-mark" d="M72 78h46" />
    </svg>
  );
}
