import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../button.tsx';

interface CopyButtonProps {
  readonly text: string;
  readonly words: { readonly copy: string; readonly copied: string; readonly notCopied: string };
  /** What is copied, for a screen reader. */
  readonly spoken?: string;
}

/** Copies what may leave the book: figures, and texts without names. Never what is personal: other apps read it there. */
export function CopyButton({ text, words, spoken }: CopyButtonProps): VNode {
  const [said, setSaid] = useState('');
  const copy = async (): Promise<void> => {
    const isDone = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(isDone ? words.copied : words.notCopied);
  };
  return (
    <>
      <Button label={words.copy} icon="sheet" {...(spoken && { spoken })} onPress={() => void copy()} />
      <span role="status">{said}</span>
    </>
  );
}
