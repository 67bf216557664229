import type { Fields, Value } from '../../../domain/value.ts';

/** What is unknown is left out, never written as empty. */
export function withoutBlanks(values: { readonly [field: string]: Value | undefined }): Fields {
  const known: { [field: string]: Value } = {};
  for (const [field, value] of Object.entries(values)) if (value !== undefined && value !== null) known[field] = value;
  return known;
}
