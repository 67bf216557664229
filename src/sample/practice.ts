import type { SampleOptions } from './sample.ts';

/**
 * "Tập dùng": a small commune for a phone that never syncs, with the story's family and half a year of facts, small
 * enough to be drawn at once on a cheap phone.
 * @param now ms since 1970 of the drawing; nothing is written later
 * @param today the civil day of now in Viet Nam
 */
export function practiceCommune(now: number, today: string): SampleOptions {
  return {
    seed: 20_261_130,
    communeCode: '99000',
    households: [24, 12],
    yearsOfFacts: 0.5,
    hasDemoHousehold: true,
    device: 'tapdung0',
    user: 'utapdung',
    writtenAt: now,
    today,
  };
}
