/** Which form a new draft is of, where it is asked, and whom it is about (`''` nobody in particular). */
interface Begun {
  readonly where: string;
  readonly form: string;
  readonly person: string;
}

/*
 * An address goes into the browser's history: it holds the random name of a draft and nothing else. What the draft is of
 * is remembered here while the page is open, and in the draft itself once something is answered.
 */

const begun = new Map<string, Begun>();
/** A page of many links begins one for each; those that were not pressed are forgotten. */
const mostBegun = 500;

/** The name of a new draft. */
export function begin(of: Begun): string {
  const draft = crypto.randomUUID();
  begun.set(draft, of);
  const [oldest] = begun.keys();
  if (begun.size > mostBegun && oldest !== undefined) begun.delete(oldest);
  return draft;
}

export function begunAs(draft: string): Begun | undefined {
  return begun.get(draft);
}
