import { type ReadonlySignal, signal } from '@preact/signals';

/** Not in TypeScript's library: Chrome's own event, kept until the person presses "Cài ứng dụng". */
interface InstallEvent extends Event {
  readonly prompt: () => Promise<unknown>;
}

function isInstallEvent(event: Event): event is InstallEvent {
  return 'prompt' in event && typeof event.prompt === 'function';
}

/** The browser's offer to install the app; undefined while it makes none. */
export function watchInstall(view: Window): ReadonlySignal<(() => Promise<void>) | undefined> {
  const install = signal<(() => Promise<void>) | undefined>(undefined);
  view.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    if (!isInstallEvent(event)) return;
    install.value = async () => {
      // One event is good for one question.
      install.value = undefined;
      await event.prompt();
    };
  });
  view.addEventListener('appinstalled', () => {
    install.value = undefined;
  });
  return install;
}
