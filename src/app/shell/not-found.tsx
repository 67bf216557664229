import type { VNode } from 'preact';
import { MissingScreen } from '../../features/missing-screen.tsx';
import { words } from '../../ui/language.ts';

export function NotFound(): VNode {
  const { app } = words.value;
  return <MissingScreen title={app.notFound} text={app.notFoundHow} />;
}
