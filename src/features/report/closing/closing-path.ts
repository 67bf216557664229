export function closingPath(period: string, version?: string): string {
  return version === undefined ? `/closing/${period}` : `/closing/${period}/${encodeURIComponent(version)}`;
}
