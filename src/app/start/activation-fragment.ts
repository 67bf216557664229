/** The activation code in a QR's link, "https://…/#ma=ABCD-EFGH": a fragment never travels to a server or its log. */
export function codeInFragment(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('ma')?.trim() ?? '';
}
