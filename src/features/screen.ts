import type { ReadonlySignal, Signal } from '@preact/signals';
import { words } from '../ui/language.ts';
import type { PhoneApi, SyncState, Who } from '../workers/api/phone-api.ts';
import type { EarlyAnswers, QuestionKey } from './first-questions.ts';

/** What the app hands to every screen. A screen reaches the world through this and nothing else. */
export interface Screen {
  readonly phone: PhoneApi;
  readonly who: Who;
  readonly version: string;
  readonly sync: ReadonlySignal<SyncState>;
  /** Rises whenever the register changed: answers are asked for again. */
  readonly revision: ReadonlySignal<number>;
  /** Installs the new version that waits; undefined while there is none. */
  readonly update: ReadonlySignal<(() => void) | undefined>;
  /** Asks the browser to install the app; undefined where it must be done from the browser's menu. */
  readonly install: ReadonlySignal<(() => Promise<void>) | undefined>;
  /** Whether what waits is sent after the app was closed. */
  readonly sendsClosed: ReadonlySignal<boolean | undefined>;
  /** What stands in the search box: kept while a household is looked at, gone when the book locks. */
  readonly sought: Signal<string>;
  readonly go: (path: string) => void;
  /** What the page that was pressed asks first, as it was answered before that page came; taken once. */
  readonly takePressed: <Key extends QuestionKey>(question: Key) => EarlyAnswers[Key]['current'];
  /** To a page that lies behind in the history, if it does: the back button must not lead into what is finished. */
  readonly returnTo: (path: string) => void;
  readonly back: () => void;
  /** To the page of a form before this one, which need not lie behind in the history. */
  readonly turnBack: (path: string) => void;
  /** Says something at `path` until the next action. */
  readonly say: (toast: Toast) => void;
  /** Registers what must be kept before the app locks; returns how to take that back. */
  readonly beforeLock: (keep: () => Promise<void>) => () => void;
  readonly lock: () => void;
  /** "Tập dùng": the same app over invented people, and the ways in and out. */
  readonly practice: { readonly isOn: boolean; readonly go: () => void; readonly leave: () => void };
  /** To the users of this phone, in a page that holds nothing of this book. */
  readonly goToUsers: () => void;
  readonly chooseLanguage: (language: 'vi' | 'en') => void;
}

export interface Toast {
  readonly text: string;
  readonly path: string;
  readonly undo?: () => Promise<void>;
  /** Another page that belongs to what was done. */
  readonly link?: { readonly text: string; readonly path: string };
}

/** Props of a screen that stands behind an address. */
export interface ScreenProps {
  readonly screen: Screen;
  readonly params: { readonly [name: string]: string };
  readonly query: { readonly [name: string]: string };
}

/** Whether rows of several villages stand together in this book. */
export function keepsVillages({ places }: Who): boolean {
  return places.filter(({ level }) => level === 'village').length > 1;
}

/** A collaborator whose villages are somebody else's now: nothing can be recorded here any more. */
export function hasHandedOver({ role, places }: Pick<Who, 'role' | 'places'>): boolean {
  return role === 'collaborator' && !places.some(({ level }) => level === 'village');
}

/** "Đã lưu trên máy", with the way back, said where one is. */
export function saySaved(screen: Screen, transaction: string, path: string, done: string): void {
  const undo = (): Promise<void> => undoAll(screen, [transaction], path);
  screen.say({ text: `${words.value.bar.saved}. ${done}`, path, undo });
}

/** "Hoàn tác" of several acts, the last one first; said where it is offered. */
export async function undoAll(
  screen: Pick<Screen, 'phone' | 'say'>,
  transactions: readonly string[],
  path: string,
): Promise<void> {
  for (const transaction of [...transactions].reverse()) if (transaction !== '') await screen.phone.undo(transaction);
  screen.say({ text: words.value.app.undone, path });
}
