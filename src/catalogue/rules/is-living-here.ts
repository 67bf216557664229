import type { Condition } from '../../domain/condition.ts';

/** Alive and not moved out, resident or temporary: everybody who is served. */
export const isLivingHere: Condition = { is: [{ path: 'it.status' }, { value: 'active' }] };
