import type { Condition, Operand } from './condition.ts';
import type { Words } from './words.ts';

/*
 * Lists that a person works through, as data: who belongs on them is a condition over one record's life. Its scope is
 * the one that the register makes of a record on a day: `it` its values, `last` the dates of what came about, and so on.
 */

/** People or households by what matters, e.g. 60 and older; by what is sensitive only among the lists whose opening is logged. */
export interface FilterDefinition {
  readonly key: string;
  readonly kind: string;
  readonly label: Words;
  readonly where: Condition;
}

/** Something to do about a record while `where` holds: it leaves the list when it is done. */
export interface TaskDefinition {
  readonly key: string;
  readonly kind: string;
  /** Only while this holds of the day (scope: `today`, `newYear`): the months in which it is a task at all. */
  readonly season?: Condition;
  readonly where: Condition;
  /** Civil date since when it is due. */
  readonly due: Operand;
  /** Shown on a tap only. */
  readonly reason: Words;
  /** Form that settles it; `panel`: the person's own panel, where what is to be done stands, `new_head`: the act. */
  readonly form: string;
  /** Form that answers that it was asked and nothing differs from the book. */
  readonly orElse?: string;
  /** Who is told of it; everybody who keeps the book where not said. */
  readonly roles?: readonly string[];
  /** At most so many of one village at a time, the longest due first, then in the paper's order; the next come as these are done. */
  readonly most?: number;
  readonly law: string;
}

/**
 * A check of the book. A record is found where `where` holds, and with `sameAs` where another record for which it holds
 * has the same values, all of them known.
 */
export interface ReviewDefinition {
  readonly key: string;
  readonly kind: string;
  readonly title: Words;
  /** `{name}` is filled from `names`. */
  readonly message: Words;
  readonly names?: { readonly [name: string]: Operand };
  readonly where: Condition;
  readonly sameAs?: readonly Operand[];
  /** Two that are found may be two records of one: they can be joined from here. */
  readonly mayBeOne?: true;
  /** Form that mends a line, opened about its person. */
  readonly mends?: string;
  readonly law: string;
}

/**
 * A check of the year's figures, place by place, by indicators. balance: the start and what came and went make the end ·
 * parts: the villages sum to the commune · range: a ratio is between these, and rests on a small number below so many.
 */
export interface FigureReview {
  readonly key: string;
  readonly title: Words;
  /** `{start}`, `{came}`, `{went}`, `{due}`, `{end}` · `{label}`, `{sum}`, `{whole}` · `{boys}`, `{girls}`, `{ratio}`, `{few}`. */
  readonly message: Words;
  readonly check:
    | {
        readonly is: 'balance';
        readonly start: string;
        readonly end: string;
        readonly adds: readonly string[];
        readonly takes: readonly string[];
      }
    | { readonly is: 'parts'; readonly of: readonly string[] }
    | {
        readonly is: 'range';
        readonly indicator: string;
        readonly from: number;
        readonly to: number;
        /** So few are said to be few; with `isSilent` nothing is said of them. */
        readonly fewBelow: number;
        readonly isSilent?: true;
      };
  readonly law: string;
}
