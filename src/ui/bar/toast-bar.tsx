import type { VNode } from 'preact';
import { Button } from '../button.tsx';
import { useOnce } from '../hook/use-once.ts';
import { Icon } from '../icon.tsx';
import { words } from '../language.ts';

interface ToastBarProps {
  readonly text: string | undefined;
  readonly undo: (() => Promise<void>) | undefined;
  readonly link: { readonly text: string; readonly path: string } | undefined;
}

/** What was just done, and the way to take it back. The live region is there before its words, or nothing is read. */
export function ToastBar({ text, undo, link }: ToastBarProps): VNode {
  const undoing = useOnce(async () => undo?.());
  return (
    <div role="status" class={text ? 'toast' : 'seen-by-ear'}>
      {text && (
        <span class="state">
          <Icon name="phone" />
          <span>{text}</span>
        </span>
      )}
      {text && link && (
        <a class="line-link" href={link.path}>
          {link.text}
        </a>
      )}
      {text && undo && (
        <Button label={words.value.app.undo} icon="undo" isBusy={undoing.isBusy} onPress={undoing.run} />
      )}
    </div>
  );
}
