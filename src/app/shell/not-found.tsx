import type { VNode } from 'preact';
import { words } from '../../ui/language.ts';
import { PlainScreen } from '../../ui/plain-screen.tsx';

export function NotFound(): VNode {
  const { app, home } = words.value;
  return (
    <PlainScreen title={app.notFound} text={app.notFoundHow}>
      <a href="/">{home.title}</a>
    </PlainScreen>
  );
}
