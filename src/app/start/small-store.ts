/** A browser that keeps nothing (cookies forbidden) throws at the very name; the gate says so. */
export function smallStore(view: Window): Storage | undefined {
  try {
    return view.localStorage;
  } catch {
    return undefined;
  }
}
