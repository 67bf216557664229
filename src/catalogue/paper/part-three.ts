/**
 * Kinds of facts that Mục III of the A0 sheet tells: who was born, died, came, went, married or parted, and what changed
 * of them. A visit, a check-up, or that a line was copied changes nobody (Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV,
 * Mục III "Theo dõi các thay đổi").
 */
const told: ReadonlySet<string> = new Set([
  'birth',
  'death',
  'move_in',
  'move_out',
  'move_internal',
  'review_add',
  'review_remove',
  'marriage',
  'divorce',
  'change_info',
]);

interface Told {
  readonly kind: string;
  /** It mends what was written wrongly: on paper that is mended in the line itself. */
  readonly isCorrection: boolean;
  readonly isTakenBack: boolean;
}

export function standsInPartThree({ kind, isCorrection, isTakenBack }: Told): boolean {
  return told.has(kind) && !isCorrection && !isTakenBack;
}
