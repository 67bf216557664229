/**
 * Text of a signed request: there is no bearer token, so nothing that can be replayed elsewhere or later.
 * @param path with its query, e.g. "/sync/changes?after=120"
 * @param bodyHash base64url SHA-256 of the body's bytes (of nothing, for a GET)
 * @param time ms since 1970 by the device's clock
 */
export function requestText(method: string, path: string, bodyHash: string, time: number): string {
  return `${method.toUpperCase()}\n${path}\n${bodyHash}\n${time}`;
}
