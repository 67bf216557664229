/** A browser that keeps nothing (cookies forbidden) throws at the very name; the gate says so. */
export function smallStore(
  view: Window,
  kind: 'localStorage' | 'sessionStorage' = 'localStorage',
): Storage | undefined {
  try {
    return view[kind];
  } catch {
    return undefined;
  }
}
