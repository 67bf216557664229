import { words } from '../language.ts';
import { householdPath } from './paths.ts';

/** What of a screen is needed to say so. */
interface Teller {
  readonly say: (toast: { readonly text: string; readonly path: string; readonly undo?: () => Promise<void> }) => void;
  readonly go: (path: string) => void;
  readonly returnTo: (path: string) => void;
  readonly phone: { readonly undo: (transaction: string) => Promise<void> };
}

/** The transaction, `''` where there was nothing; and a household that needs its one head chosen. */
interface TakenBack {
  readonly transaction: string;
  readonly headless: string;
}

/**
 * Says that it is taken back, with the way back; and where a household is left without a head, or with two, leads to the
 * choice of one.
 */
export function tellTakenBack(screen: Teller, { transaction, headless }: TakenBack, path: string): void {
  const { app } = words.value;
  const head = headless === '' ? undefined : `${householdPath(headless)}/head`;
  const undo = async (): Promise<void> => {
    await screen.phone.undo(transaction);
    screen.say({ text: app.takeBackUndone, path });
    if (head !== undefined) screen.returnTo(path);
  };
  const text = head === undefined ? app.takenBack : `${app.takenBack}. ${app.oneHead}`;
  screen.say({ text, path: head ?? path, ...(transaction !== '' && { undo }) });
  if (head !== undefined) screen.go(head);
}
