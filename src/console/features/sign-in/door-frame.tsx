import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DoorFrameProps {
  readonly title: string;
  readonly note: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** The narrow page of somebody who is not in yet: one heading, one form. */
export function DoorFrame(props: DoorFrameProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <form
      class="door"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        <p class="soft">{props.note}</p>
      </div>
      {props.children}
    </form>
  );
}

/** Errors come on the press, not while typing; the first field that wants mending takes the focus. */
export function focusField(id: string): void {
  document.getElementById(id)?.focus();
}
