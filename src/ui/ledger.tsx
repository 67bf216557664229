import type { ComponentChildren, VNode } from 'preact';

/** Rows between thin rules. */
export function Ledger({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="ledger">{children}</ul>;
}

interface LedgerRowProps {
  readonly title: string;
  readonly note?: string | undefined;
  /** Address that a press opens. */
  readonly href?: string;
  readonly onPress?: () => void;
  /** At the row's end: a state, a number, a button. */
  readonly end?: ComponentChildren;
}

export function LedgerRow(props: LedgerRowProps): VNode {
  const main = (
    <span class="ledger-main">
      <span class="ledger-title">{props.title}</span>
      {props.note && <span class="ledger-note">{props.note}</span>}
    </span>
  );
  return <li>{rowAround(props, main)}</li>;
}

function rowAround(props: LedgerRowProps, main: VNode): VNode {
  if (props.href !== undefined) {
    return (
      <a class="ledger-row" href={props.href}>
        {main}
        {props.end}
      </a>
    );
  }
  if (props.onPress) {
    return (
      <button type="button" class="ledger-row" onClick={props.onPress}>
        {main}
        {props.end}
      </button>
    );
  }
  return (
    <div class="ledger-row">
      {main}
      {props.end}
    </div>
  );
}
