import { exec } from 'preact-iso/router';
import type { InterfaceWords } from '../i18n/vi.ts';
import type { AppRoute } from './routes.tsx';

/** "Sổ A0 – Sổ Dân Số": a title goes into the browser's history, so it names the screen and never a household. */
export function titleAt(
  routes: readonly Pick<AppRoute, 'path' | 'title'>[],
  path: string,
  words: InterfaceWords,
): string {
  const here = routes.find((route) => exec(path, route.path, { path, query: {}, params: {} }) !== undefined);
  return here ? `${here.title(words)} – ${words.app.name}` : words.app.name;
}
