import type { VNode } from 'preact';
import { MissingScreen } from '../../features/missing-screen.tsx';
import { words } from '../../ui/language.ts';

export function NotFound(): VNode {
  const { app } = words.value;
  return <MissingScreen title={app.notFound} text={app.notFoundHow} />;
}

/** A page of another role: an address may be passed on, the page is not. */
export function OthersPage(): VNode {
  return <MissingScreen title={words.value.app.othersPage} />;
}
