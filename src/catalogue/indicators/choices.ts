/** Where the law leaves a choice, a form set makes it here (indicators.md names the defaults). */
export interface Choices {
  /** Another method than the one in use counts as new, and the one before as stopped. */
  readonly countsSwitches: boolean;
  /** Children of a multiple birth whose first-born has order 1 or 2 are no third children. */
  readonly sparesTwins: boolean;
  /** What the screened mothers, and the screened newborns, are divided by. */
  readonly mothersOver: 'pregnant' | 'births';
  readonly newbornsOver: 'births' | 'pregnant';
}

/** Form set TT01-2022. */
export const tt01Choices: Choices = {
  countsSwitches: true,
  sparesTwins: true,
  mothersOver: 'pregnant',
  newbornsOver: 'births',
};
