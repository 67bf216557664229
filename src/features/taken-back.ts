import { words } from '../ui/language.ts';
import { householdPath } from '../ui/lives/paths.ts';
import type { PhoneApi } from '../workers/api/phone-api.ts';
import type { Screen } from './screen.ts';

type TakenBack = Extract<Awaited<ReturnType<PhoneApi['takeBack']>>, { readonly ok: true }>['value'];

/**
 * Says that it is taken back, with the way back; and where a household is left without a head, or with two, leads to the
 * choice of one.
 */
export function tellTakenBack(screen: Screen, { transaction, headless }: TakenBack, path: string): void {
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
