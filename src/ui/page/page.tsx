import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../button.tsx';
import { words } from '../language.ts';

interface PageProps {
  readonly title: string;
  readonly note?: string;
  readonly onBack?: () => void;
  /** Main button, where the thumb is. */
  readonly action?: ComponentChildren;
  /** False where another control takes the focus, e.g. the search box. */
  readonly takesFocus?: boolean;
  readonly children?: ComponentChildren;
}

/** One heading, one purpose, one primary action. The heading takes the focus, so that a screen reader says where we are. */
export function Page(props: PageProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const takesFocus = props.takesFocus ?? true;
  useEffect(() => {
    if (!takesFocus) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [takesFocus, props.title]);
  return (
    <>
      <div class="page">
        {props.onBack && (
          <div class="page-back not-printed">
            <Button label={words.value.app.back} icon="left" isQuiet onPress={props.onBack} />
          </div>
        )}
        <div class="page-head">
          <h1 ref={heading} tabIndex={-1}>
            {props.title}
          </h1>
          {props.note && <p class="soft">{props.note}</p>}
        </div>
        {props.children}
      </div>
      {props.action && <div class="page-action">{props.action}</div>}
    </>
  );
}
