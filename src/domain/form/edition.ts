/** Which set of forms something belongs to, and the civil days from and to which it is in force. */
export interface Edition {
  readonly formSet: string;
  readonly from: string;
  /** The last day; not said while it is in force. */
  readonly to?: string;
}

/** Whether something is in force on a civil day; what says nothing of itself always is. */
export function isInForce({ from, to }: Partial<Edition>, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}
