import { renderUnicodeCompact } from 'uqr';

/**
 * Where a phone's camera goes: code and fingerprint of the hub's keys stand in the fragment, which never travels to a
 * server or into its log.
 */
export function activationLink(address: string, code: string, fingerprint: string): string {
  return `${address}/#ma=${code}&vt=${fingerprint}`;
}

/**
 * A QR of half blocks for a terminal, light on dark. `isTerminal`: the colours are set too, since on a light one the
 * picture would be turned inside out and not every camera reads that.
 */
export function drawQr(text: string, isTerminal: boolean): string {
  const lines = renderUnicodeCompact(text, { ecc: 'M', border: 2 }).split('\n');
  return lines.map((line) => (isTerminal ? `\u001b[97;40m${line}\u001b[0m` : line)).join('\n');
}
