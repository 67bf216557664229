import type { ComponentChildren, VNode } from 'preact';
import { Page } from './page.tsx';

interface PlainScreenProps {
  readonly title: string;
  readonly text?: string;
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A screen outside the book: what is the matter, and what to do. */
export function PlainScreen({ title, text, action, children }: PlainScreenProps): VNode {
  return (
    <Page title={title} action={action}>
      {text && <p>{text}</p>}
      {children}
    </Page>
  );
}
