import type { Fields } from '../../../domain/value.ts';

/** How somebody stands at some moment, as far as it is known. */
export interface Standing {
  readonly household: string | undefined;
  readonly residence: string | undefined;
  readonly marital: string | undefined;
  readonly spouse: string | undefined;
  readonly status: string | undefined;
}

export const standingFields = ['household', 'status', 'residence', 'marital', 'spouse'] as const;

export function standingOf(fields: Fields): Standing {
  const read = (field: string): string | undefined => {
    const value = fields[field];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    household: read('household'),
    residence: read('residence'),
    marital: read('marital'),
    spouse: read('spouse'),
    status: read('status'),
  };
}
