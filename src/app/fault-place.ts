/**
 * What kind of error it was and where in the code it arose, for whoever helps by telephone: "TypeError book-x1.js:1:204".
 * Never its message, in which a name may stand.
 * @param fault what was thrown, or the event by which a worker said that it broke; "" where nothing is known
 */
export function faultPlace(fault: unknown): string {
  if (fault instanceof Error) return `${fault.name} ${placeIn(fault.stack ?? '')}`.trim();
  if (typeof fault !== 'object' || fault === null || !('filename' in fault && 'lineno' in fault && 'colno' in fault))
    return '';
  return placeIn(`${fault.filename}:${fault.lineno}:${fault.colno}`);
}

function placeIn(text: string): string {
  return /[\w.-]+\.js:\d+:\d+/.exec(text)?.[0] ?? '';
}
