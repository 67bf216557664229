/** A sheet on which nobody stands any more is kept, and counts as no household: as the report counts. */
export function isLivedIn({ people }: { readonly people: number }): boolean {
  return people > 0;
}
