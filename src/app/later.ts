/** A promise and its word; `Promise.withResolvers` is younger than the oldest browser in the field. */
export function later(): { readonly come: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const come = new Promise<void>((done) => {
    resolve = done;
  });
  return { come, resolve: () => resolve() };
}
