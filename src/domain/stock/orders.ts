/** One line of an order of one shelf, and what the level above has answered to it. */
export interface OrderedShelf {
  readonly id: string;
  readonly stamp: readonly [number, number];
  readonly asked: number;
  /** `null` while nobody has answered. */
  readonly granted: number | null;
}

/** Goods that came in from the level above. */
export interface Arrival {
  readonly stamp: readonly [number, number];
  /** Id of the order's line that it came for; `''` where nobody said. */
  readonly order: string;
  readonly quantity: number;
}

/** What came of an order, and what is still to come. */
export interface OrderStanding<Ordered extends OrderedShelf = OrderedShelf> {
  readonly order: Ordered;
  readonly received: number;
  readonly left: number;
}

/**
 * Orders of one shelf, oldest first: what was granted, or asked for while nobody has answered, less what came. Goods that
 * name their order lessen that one; others the oldest that was written before them and still waits.
 */
export function ordersStanding<Ordered extends OrderedShelf>(
  orders: readonly Ordered[],
  arrivals: readonly Arrival[],
): readonly OrderStanding<Ordered>[] {
  const standing = [...orders].sort(byStamp).map((order) => {
    const named = arrivals.filter((one) => one.order === order.id);
    const received = named.reduce((sum, { quantity }) => sum + quantity, 0);
    return { order, received, left: Math.max(0, (order.granted ?? order.asked) - received) };
  });
  for (const { stamp, quantity } of arrivals.filter(({ order }) => order === '').sort(byStamp)) {
    let unspent = quantity;
    for (const one of standing.filter(({ order }) => isBefore(order.stamp, stamp))) {
      const taken = Math.min(one.left, unspent);
      one.left -= taken;
      one.received += taken;
      unspent -= taken;
    }
  }
  return standing;
}

function byStamp(one: Pick<Arrival, 'stamp'>, other: Pick<Arrival, 'stamp'>): number {
  return one.stamp[0] - other.stamp[0] || one.stamp[1] - other.stamp[1];
}

function isBefore(one: Arrival['stamp'], other: Arrival['stamp']): boolean {
  return byStamp({ stamp: one }, { stamp: other }) < 0;
}
