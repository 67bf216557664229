import { type ComponentType, h } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A screen whose script is fetched when somebody first goes there; that it did not come is the shell's to tell. It draws
 * nothing until then, rather than suspend: a suspended screen is drawn once more when the router hears of its script,
 * and if anything else had drawn the book anew meanwhile (a sync that ended), that took away what was already chosen.
 */
export function lateScreen<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let fetched: ComponentType<Props> | undefined;
  return function LateScreen(props: Props) {
    const [screen, setScreen] = useState<{ readonly component: ComponentType<Props> } | undefined>(
      fetched && { component: fetched },
    );
    const [fault, setFault] = useState<{ readonly cause: unknown }>();
    useLayoutEffect(() => {
      if (screen !== undefined) return;
      let isHere = true;
      fetch().then(
        (component) => {
          fetched = component;
          if (isHere) setScreen({ component });
        },
        (cause: unknown) => isHere && setFault({ cause }),
      );
      return () => {
        isHere = false;
      };
    }, []);
    if (fault) throw fault.cause;
    return screen === undefined ? null : h(screen.component, props);
  };
}
