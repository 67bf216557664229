/*
 * Parts of the app that are no part of the precache, which everybody fetches over a slow line before a first book opens.
 * Whose book is open asks for them behind it, once; from then on they are there without a network, too.
 */

/**
 * Everybody's: the practice commune, reports, a month's slips, the pages laid out like the paper, for a keyboard and a printer, with what fills
 * them, what a store does once a month, the loop of QR codes, and English; and what a sync needs when a phone is new,
 * differs from the hub, leaves it a rescue code or loses villages, which is never without a network.
 */
const later =
  /^\/?assets\/(?:english|hub-units|leave-places|first-load|repairing|rescue|rescuing|copy-button|review-in-slices|meeting|meeting-desk|report|report-cases|report-pages|reports|closing-words|slip|sheet|paper-sheet|start-sheet|stock-papers|by-loop|draw-code|decode-code|practice-phone)-[\w-]+\.js$/;
/** An officer's: registers as files and workbooks, what only an office does with stores, and the life of its reports. */
const office =
  /^\/?assets\/(?:transfer|transferring|universal|zip-here|stock-office|closing-office|closing-desk|reports-due|foresee-reports|figures|report-files|read-sheets|read-xlsx|write-csv|write-xlsx)-[\w-]+\.js$/;

/** @param path of a built file, with or without its leading slash */
export function isForOffice(path: string): boolean {
  return office.test(path);
}

export function isForLater(path: string): boolean {
  return later.test(path) || isForOffice(path);
}

const cacheName = 'later';

/** From the cache, else from the network, as they are asked for; fetched once, they stay. */
export async function answerLaterPart(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const fetched = await fetch(request);
  if (fetched.ok) await cache.put(request, fetched.clone());
  return fetched;
}

/**
 * Fetches those that are missing, and drops those of other versions. Fails where the network does: asked again at the
 * next opening.
 * @param all paths of this version
 * @param wanted those of them that this user needs
 */
export async function keepLaterParts(all: readonly string[], wanted: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = await cache.keys();
  await Promise.all(kept.map((one) => !all.includes(new URL(one.url).pathname) && cache.delete(one)));
  const missing = wanted.filter((path) => !kept.some((one) => new URL(one.url).pathname === path));
  await cache.addAll(missing);
}
