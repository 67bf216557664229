/*
 * Parts of the app that an office uses and a collaborator at the doors does not: registers as files and workbooks,
 * reports, the pages laid out like the paper, for a keyboard and a printer; and the words of those few who read English. They are no part of the precache, which everybody fetches over a
 * slow line; the page of an officer asks for them when her book is open, and from then on they are there without a
 * network too, as is whatever somebody else has fetched once.
 */

const names =
  /^\/?assets\/(?:transfer|transferring|universal|browser|english|report|report-cases|reports|sheet|paper-sheet|start-sheet|stock-office)-[\w-]+\.js$/;

/** @param path of a built file, with or without its leading slash */
export function isForOffice(path: string): boolean {
  return names.test(path);
}

const cacheName = 'office';

/** From the cache, else from the network, as they are asked for; fetched once, they stay. */
export async function answerOfficePart(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await cache.put(request, fetched.clone());
  return fetched;
}

/** Fetches those that are missing, and drops those of other versions. Fails where the network does: asked again at the next opening. */
export async function keepOfficeParts(paths: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = await cache.keys();
  await Promise.all(kept.map((one) => !paths.includes(new URL(one.url).pathname) && cache.delete(one)));
  const missing = paths.filter((path) => !kept.some((one) => new URL(one.url).pathname === path));
  await cache.addAll(missing);
}
