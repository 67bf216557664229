import type { ComponentChildren, VNode } from 'preact';

interface EntryProps {
  readonly onEnter: () => void;
  readonly children: ComponentChildren;
}

/** Fields of which Enter presses the main button. The browser itself submits nothing (form-action 'none'). */
export function Entry({ onEnter, children }: EntryProps): VNode {
  const enter = (event: Event): void => {
    event.preventDefault();
    onEnter();
  };
  return (
    <form noValidate onSubmit={enter}>
      {children}
      {/* Without a submit button Enter works only in forms of one field. */}
      <button type="submit" hidden />
    </form>
  );
}
