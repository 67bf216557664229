import type { ComponentChildren, VNode } from 'preact';
import { useErrorBoundary, useLayoutEffect } from 'preact/hooks';
import { isNotFetched } from '../../workers/api/no-fault.ts';
import { NotHere } from './not-found.tsx';

interface WholePartsProps {
  /** Where somebody stands: another page is another try. */
  readonly path: string;
  readonly children: ComponentChildren;
}

/**
 * A screen that needed a script which did not come, its own or one of the worker's, says so, and the rest of the book
 * goes on. Any other fault is the whole app's.
 */
export function WholeParts({ path, children }: WholePartsProps): VNode {
  const [fault, forget] = useErrorBoundary();
  useLayoutEffect(forget, [path]);
  if (fault === undefined) return <>{children}</>;
  if (!isNotFetched(fault)) throw fault;
  return <NotHere />;
}
