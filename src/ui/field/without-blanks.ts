/** PINs and codes are judged without the blanks that people type between groups. */
export function withoutBlanks(text: string): string {
  return text.replace(/\s+/g, '');
}
