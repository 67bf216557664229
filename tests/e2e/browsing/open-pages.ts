import type { BrowserContext } from 'playwright-core';

/** Whatever browser a story has open: what its pages show is said when one of its tests fails. */
export const openContexts = new Set<BrowserContext>();
