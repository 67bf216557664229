/**
 * Where a report of the commune is frozen; one of its versions; what a number of that version was added up from.
 * @param form code of the form, e.g. "01-DSX"
 */
export function closingPath(form: string, period: string, version?: string, row?: string): string {
  const parts = [form, period, version, row].filter((part) => part !== undefined);
  return `/closing/${parts.map(encodeURIComponent).join('/')}`;
}
