import type { VNode } from 'preact';
import { words } from '../language.ts';
import { PlainScreen } from './plain-screen.tsx';

/** An address of something that is not in this book: says so, and leads home. */
export function MissingScreen({ title, text }: { readonly title: string; readonly text?: string }): VNode {
  return (
    <PlainScreen title={title} {...(text !== undefined && { text })}>
      <p>
        <a class="button" href="/">
          {words.value.home.title}
        </a>
      </p>
    </PlainScreen>
  );
}
