/** Plain JSON data: the only thing a record may hold and an op may carry. Text is NFC. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };

/** The named values of a record, an op or a form; a key that is absent was never answered. */
export type Fields = { readonly [field: string]: Value };

/** Key-order-free text of a value; two values are the same value if and only if these texts are. */
export function canonicalText(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
