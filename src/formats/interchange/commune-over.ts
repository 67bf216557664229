import type { UnitRow } from '../../sync/activation.ts';

type Standing = Pick<UnitRow, 'level' | 'parent'>;

/** The commune that a village is in today: its own, or the one that its own went into. */
export function communeOver<Unit extends Standing>(
  village: Standing,
  byId: (id: string) => Unit | undefined,
): Unit | undefined {
  let commune = byId(village.parent ?? '');
  for (;;) {
    const above = byId(commune?.parent ?? '');
    if (above?.level !== 'commune') return commune;
    commune = above;
  }
}
