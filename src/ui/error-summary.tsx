import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from './language.ts';

export interface FieldError {
  /** Id of the control that the link goes to. */
  readonly control: string;
  readonly text: string;
}

/** What stands at a control, as its props. */
export function errorAt(errors: readonly FieldError[], control: string): { readonly error?: string } {
  const text = errors.find((error) => error.control === control)?.text;
  return text === undefined ? {} : { error: text };
}

interface ErrorSummaryProps {
  readonly errors: readonly FieldError[];
  /** New for each press that found errors: then the summary takes the focus. `errors` where nothing else is said. */
  readonly found?: unknown;
  /** Where the control may stand on another page. */
  readonly onGo?: (control: string) => void;
}

/** Stands on top after a press of the main button, takes the focus and links to each field. */
export function ErrorSummary({ errors, found = errors, onGo = goTo }: ErrorSummaryProps): VNode | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [found]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} class="box box-wrong" role="alert" tabIndex={-1}>
      <h2>{words.value.form.summary(errors.length)}</h2>
      <ul>
        {errors.map((error) => (
          <li key={`${error.control} ${error.text}`}>
            <a href={`#${error.control}`} onClick={(event) => follow(event, () => onGo(error.control))}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** By focus, not by the hash: the address must not change under a form. */
function follow(event: Event, go: () => void): void {
  event.preventDefault();
  go();
}

function goTo(control: string): void {
  document.getElementById(control)?.focus();
}
