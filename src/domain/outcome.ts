/** What a user or the network can cause is a value, never a throw. */
export type Outcome<Good, Bad> =
  | { readonly ok: true; readonly value: Good }
  | { readonly ok: false; readonly error: Bad };

export function good<Good>(value: Good): { readonly ok: true; readonly value: Good } {
  return { ok: true, value };
}

export function bad<Bad>(error: Bad): { readonly ok: false; readonly error: Bad } {
  return { ok: false, error };
}
