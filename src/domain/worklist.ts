import type { Condition, Operand } from './condition.ts';
import type { Words } from './words.ts';

/*
 * Lists that a person works through, as data: who belongs on them is a condition over one record's life. Its scope is
 * the one that the register makes of a record on a day: `it` its values, `last` the dates of what came about, and so on.
 */

/** People or households by what matters, e.g. 60 and older. Never by anything sensitive. */
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
  /** Form that settles it. */
  readonly form: string;
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
  readonly law: string;
}
