import type { ComponentChildren, VNode } from 'preact';

interface WidePartProps {
  /** What a screen reader calls it. */
  readonly name: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A table as wide as paper: on a phone it is moved sideways by the thumb, and by the arrow keys once Tab has reached it. */
export function WidePart({ name, look = '', children }: WidePartProps): VNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reached by keys
    <section class={`sheet-part ${look}`} aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
