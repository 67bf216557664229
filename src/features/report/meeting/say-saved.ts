import { words } from '../../../ui/language.ts';
import type { Screen } from '../../screen.ts';

/** "Đã lưu trên máy", with the way back. */
export function saySaved(screen: Screen, transaction: string, path: string, done: string): void {
  const undo = async (): Promise<void> => {
    await screen.phone.undo(transaction);
    screen.say({ text: words.value.app.undone, path });
  };
  screen.say({ text: `${words.value.bar.saved}. ${done}`, path, undo });
}
