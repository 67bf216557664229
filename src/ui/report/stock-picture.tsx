import type { VNode } from 'preact';

interface StockPictureProps {
  readonly stock: number;
  readonly min: number;
  readonly max: number;
  /** The same in words. */
  readonly label: string;
}

/** Stock as a bar, between minimum and maximum as a band; nothing where no maximum is known. */
export function StockPicture({ stock, min, max, label }: StockPictureProps): VNode | null {
  if (max === 0) return null;
  const whole = Math.max(max * 1.25, stock);
  const at = (quantity: number): number => Math.round((Math.max(0, quantity) / whole) * 1000) / 10;
  return (
    <svg class="shelf-picture" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect class="picture-ground" x="0" y="0" width="100" height="10" />
      <rect class="picture-band" x={at(min)} y="0" width={at(max) - at(min)} height="10" />
      <rect class="picture-stock" x="0" y="2.5" width={at(stock)} height="5" />
    </svg>
  );
}
