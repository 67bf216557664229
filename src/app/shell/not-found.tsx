import type { VNode } from 'preact';
import { words } from '../../ui/language.ts';
import { MissingScreen } from '../../ui/page/missing-screen.tsx';

export function NotFound(): VNode {
  const { app } = words.value;
  return <MissingScreen title={app.notFound} text={app.notFoundHow} />;
}

/** A page of another role: an address may be passed on, the page is not. */
export function OthersPage(): VNode {
  return <MissingScreen title={words.value.app.othersPage} />;
}

/** A page of files, keys or the hub: practice has none of them. */
export function NotInPractice(): VNode {
  const { app } = words.value;
  return <MissingScreen title={app.notInPractice} text={app.notInPracticeHow} />;
}

/** A part of the app whose script did not come: the network went before the app was whole on this phone. */
export function NotHere(): VNode {
  const { app } = words.value;
  return <MissingScreen title={app.notHere} text={app.notHereHow} />;
}
