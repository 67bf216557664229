import type { VNode } from 'preact';
import { Icon, type IconName } from '../icon.tsx';

/** On this phone · waiting · sent · sent back · offline: a colour never stands without its word and icon. */
export interface StateWord {
  readonly tone: 'phone' | 'waiting' | 'sent' | 'back' | 'offline';
  readonly icon: IconName;
  readonly text: string;
  /** What is said beside it, e.g. " · lần cuối 14:05". */
  readonly more?: string;
}

export function StateMark({ word }: { readonly word: StateWord }): VNode {
  return (
    <span class={`state state-${word.tone}`}>
      <Icon name={word.icon} />
      {word.more === undefined ? (
        <span>{word.text}</span>
      ) : (
        <span>
          <span>{word.text}</span>
          {word.more}
        </span>
      )}
    </span>
  );
}
