/** What was found, by rank, then key, then id: order of arrival never shows. */
interface Found<Row> {
  readonly rank: number;
  readonly key: string;
  /** Of the key, where it is known. */
  readonly order: number | undefined;
  readonly row: Row;
}

/** The best few of many, without sorting the many. */
export interface BestRows<Row> {
  /** @param order as `takes` asks for it */
  offer(rank: number, key: string, row: Row, order?: number): void;
  /** Counts so many that were not worth offering. */
  pass(rows: number): void;
  /**
   * False where a row of this rank or worse, whose key has this order, would surely not be kept.
   * @param exact asked where as many as are kept have that order: people of one name
   */
  takes(rank: number, order: number | undefined, exact?: () => { readonly key: string; readonly id: string }): boolean;
  /** The greatest order of a key with which a row of this rank may still be kept: what `takes` says of many at once. */
  furthest(rank: number): number;
  isFull(): boolean;
  rows(): readonly Row[];
  /** How many were offered. */
  total(): number;
}

export function keepBest<Row extends { readonly id: string }>(limit: number): BestRows<Row> {
  const kept: Found<Row>[] = [];
  let offered = 0;
  const isBefore = (rank: number, key: string, row: Row, other: Found<Row>) => {
    if (rank !== other.rank) return rank < other.rank;
    return key === other.key ? row.id < other.row.id : key < other.key;
  };
  return {
    offer: (rank, key, row, order) => {
      offered += 1;
      const last = kept.at(-1);
      if (limit < 1 || (kept.length === limit && last !== undefined && !isBefore(rank, key, row, last))) return;
      const at = kept.findIndex((other) => isBefore(rank, key, row, other));
      kept.splice(at === -1 ? kept.length : at, 0, { rank, key, order, row });
      if (kept.length > limit) kept.pop();
    },
    pass: (rows) => {
      offered += rows;
    },
    takes: (rank, order, exact) => {
      const last = kept.at(-1);
      if (kept.length < limit || last === undefined) return limit > 0;
      if (rank !== last.rank) return rank < last.rank;
      if (order !== undefined && last.order !== undefined && order !== last.order) return order < last.order;
      if (exact === undefined) return true;
      const { key, id } = exact();
      return key === last.key ? id < last.row.id : key < last.key;
    },
    furthest: (rank) => {
      const last = kept.at(-1);
      const isSure = kept.length < limit || last === undefined ? limit > 0 : rank < last.rank;
      if (isSure) return Number.POSITIVE_INFINITY;
      return last?.rank === rank ? (last.order ?? Number.POSITIVE_INFINITY) : Number.NEGATIVE_INFINITY;
    },
    isFull: () => kept.length >= limit,
    rows: () => kept.map(({ row }) => row),
    total: () => offered,
  };
}
