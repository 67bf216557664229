/**
 * How many steps back in the history the nearest entry of `path` lies, as a negative number; undefined when it is not
 * there. `paths` are the history's entries in their order, `index` where we stand.
 */
export function stepsBack(paths: readonly string[], index: number, path: string): number | undefined {
  const at = paths.slice(0, index).lastIndexOf(path);
  return at < 0 ? undefined : at - index;
}
