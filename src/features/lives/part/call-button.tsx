import type { VNode } from 'preact';
import { Icon } from '../../../ui/icon.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';

/** A telephone number anywhere is a call. */
export function CallButton({ phone }: { readonly phone: string }): VNode | null {
  if (phone === '') return null;
  return (
    <div>
      <a class="button" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
        <Icon name="call" />
        <span>{livesWords.value.person.call(phone)}</span>
      </a>
    </div>
  );
}
