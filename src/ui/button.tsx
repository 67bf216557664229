import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  /** Where an error summary leads to it. */
  readonly id?: string;
  readonly label: string;
  readonly icon?: IconName;
  /** The page's one primary action: full width, 56 px. */
  readonly isMain?: boolean;
  readonly isQuiet?: boolean;
  readonly isBusy?: boolean;
  readonly isSubmit?: boolean;
  /** What a screen reader says where the label alone would not be enough. */
  readonly spoken?: string;
  /** A button that shows and hides a part of the page says whether it is shown. */
  readonly isOpen?: boolean;
  /** Id of what it belongs to, where several buttons say the same. */
  readonly describedBy?: string;
  readonly onPress?: () => void;
}

/** A busy button stays focusable and answers no press: focus that jumps away loses a TalkBack user. */
export function Button(props: ButtonProps): VNode {
  const look = props.isMain ? 'button button-main' : props.isQuiet ? 'button button-quiet' : 'button';
  const press = (event: MouseEvent): void => {
    // The second tap of two must not press the main button of the page that the first one opened.
    const isSecondTap = props.isMain === true && event.detail > 1;
    if (props.isBusy || isSecondTap) event.preventDefault();
    else props.onPress?.();
  };
  return (
    <button
      type={props.isSubmit ? 'submit' : 'button'}
      id={props.id}
      class={look}
      aria-disabled={props.isBusy ? 'true' : undefined}
      aria-label={props.spoken}
      aria-expanded={props.isOpen}
      aria-describedby={props.describedBy}
      onClick={press}
    >
      {props.icon && <Icon name={props.icon} />}
      <span>{props.label}</span>
    </button>
  );
}
