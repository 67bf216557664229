/**
 * Text that a new device signs to prove that it holds the key it hands over.
 * @param code activation code as typed, normalised by the caller
 * @param signKey raw P-256 point, base64url
 */
export function activationProofText(code: string, signKey: string): string {
  return `so-dan-so activate v1\n${code}\n${signKey}`;
}
