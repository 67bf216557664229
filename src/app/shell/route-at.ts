import { exec } from 'preact-iso/router';
import type { InterfaceWords } from '../../i18n/vi.ts';
import type { AppRoute } from '../routes.tsx';

/** The first route that an address belongs to. */
export function routeAt<Route extends Pick<AppRoute, 'path'>>(
  routes: readonly Route[],
  path: string,
): Route | undefined {
  return routes.find((route) => exec(path, route.path, { path, query: {}, params: {} }) !== undefined);
}

/** "Sổ A0 – Sổ Dân Số": a title goes into the browser's history, so it names the screen and never a household. */
export function titleOf(route: Pick<AppRoute, 'title'> | undefined, words: InterfaceWords): string {
  return route ? `${route.title(words)} – ${words.app.name}` : words.app.name;
}
