/**
 * How many steps back in the history the nearest entry of `path` lies, as a negative number; undefined when it is not
 * there. `paths` are the history's entries in their order, `index` where we stand.
 */
export function stepsBack(paths: readonly string[], index: number, path: string): number | undefined {
  const at = paths.slice(0, index).lastIndexOf(path);
  return at < 0 ? undefined : at - index;
}

/** How many steps back the first page of what we stand in lies: the pages of a form are entries of one path. */
export function stepsToOwnStart(paths: readonly string[], index: number): number {
  const own = paths[index];
  let at = index;
  while (at > 0 && paths[at - 1] === own) at -= 1;
  return at - index;
}
