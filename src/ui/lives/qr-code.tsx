import type { VNode } from 'preact';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** What it leads to, for who does not see it. */
  readonly label: string;
}

/** Drawn as one path, dark on white whatever the scheme: a reader must see it, on paper too. */
export function QrCode({ text, label }: QrCodeProps): VNode {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path class="qr-paper" d={`M0 0h${size}v${size}h-${size}z`} />
      <path class="qr-ink" d={path} />
    </svg>
  );
}
