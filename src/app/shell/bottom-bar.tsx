import type { VNode } from 'preact';
import { Icon } from '../../ui/icon.tsx';
import { words } from '../../ui/language.ts';
import type { Who } from '../../workers/api/phone-api.ts';
import { type AppRoute, isOpenTo } from '../routes.tsx';

interface BottomBarProps {
  readonly routes: readonly AppRoute[];
  readonly path: string;
  readonly role: Who['role'];
  /** Told at each press, also of the tab where we are. */
  readonly onPress: () => void;
}

export function BottomBar({ routes, path, role, onPress }: BottomBarProps): VNode {
  return (
    <nav class="bar-bottom" aria-label={words.value.app.menu}>
      <ul>
        {routes.map((route) =>
          route.tab && isOpenTo(route, role) && (route.tabRoles?.includes(role) ?? true) ? (
            <li key={route.path}>
              <a href={route.path} aria-current={isWithin(path, route.path) ? 'page' : undefined} onClick={onPress}>
                <Icon name={route.tab.icon} />
                {route.tab.label(words.value)}
              </a>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  );
}

function isWithin(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
