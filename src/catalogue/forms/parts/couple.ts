import type { Condition, Operand } from '../../../domain/condition.ts';
import type { FormWrite, WriteSource } from '../../../domain/form/form.ts';
import { couple } from '../../records/life/couple.ts';
import { isKnown } from '../../rules/spans.ts';
import { isCode, isSame } from './rules.ts';

/* Who is whose husband or wife, noted beside whatever else a form writes: never a wedding. */

type Choice = { readonly when?: Condition; readonly use: WriteSource };

const isMarried = isCode('marital', 'married');
const isUnsaid: Condition = { unknown: { path: 'spouse' } };

/** Somebody new is given the one who is named; else, as head or beside the head, who is meant by that. */
const partners: readonly { readonly when: Condition; readonly path: string }[] = [
  { when: isKnown('spouse'), path: 'spouse' },
  { when: { all: [isUnsaid, isCode('relation', 'spouse')] }, path: 'household.unpaired.head' },
  { when: { all: [isUnsaid, isCode('relation', 'head')] }, path: 'household.unpaired.spouse' },
];

/** What the row of somebody new says; the other side is read from it. */
export const spouseOfRow: WriteSource = {
  choose: partners.map(({ when, path }) => ({ when: { all: [isMarried, when] }, use: { context: path } })),
};

/**
 * Where the other side was married by a fact, a wedding that named nobody, what a row begins with does not reach past
 * that day: the couple is noted from then on.
 */
export function rowCouple(row: string, isNew?: Condition): FormWrite {
  const isWed = partners.map(({ when, path }): Condition => ({ all: [when, isKnown(`${path}.since.marital`)] }));
  return {
    name: 'couple',
    kind: couple.kind,
    when: { all: [isMarried, { any: isWed }, ...(isNew === undefined ? [] : [isNew])] },
    values: {
      date: { choose: partners.map(({ when, path }) => ({ when, use: { context: `${path}.since.marital` } })) },
      person: { made: row },
      spouse: spouseOfRow,
      spouseFormer: { choose: [{ when: isKnown('spouse.spouse'), use: { context: 'spouse.spouse' } }] },
      asked: { context: 'asked' },
    },
  };
}

const hers: Operand = { path: 'person.since.marital' };
const his: Operand = { path: 'spouse.since.marital' };

/** The later of the days since when the two are married by the book. */
const sinceBoth: readonly Choice[] = [
  { when: { above: [hers, his] }, use: { context: 'person.since.marital' } },
  { when: { not: { unknown: his } }, use: { context: 'spouse.since.marital' } },
  { when: { not: { unknown: hers } }, use: { context: 'person.since.marital' } },
];

/** Somebody else than the book says, or nobody any more. */
const isOther: Condition = {
  any: [
    { all: [isKnown('spouse'), { not: isSame('spouse', 'person.spouse') }] },
    { all: [{ emptied: 'spouse' }, isKnown('person.spouse')] },
  ],
};

interface Edited {
  /** The marital status is mended by the same form: they are a couple from that day. */
  readonly isMended?: Condition;
  /** What was mended leaves no spouse. */
  readonly isParted?: Condition;
  readonly date: WriteSource;
}

const never: Condition = { any: [] };

/** Two who stand in the book already. */
export function editedCouple({ isMended = never, isParted = never, date }: Edited): FormWrite {
  const isFromStart: Condition = { all: [{ not: isMended }, { unknown: hers }, { unknown: his }] };
  return {
    name: 'couple',
    kind: couple.kind,
    when: { any: [isOther, { all: [isParted, isKnown('person.spouse')] }] },
    values: {
      date: { choose: [{ when: isMended, use: date }, ...sinceBoth, { use: date }] },
      person: { field: 'person' },
      spouse: { choose: [{ when: { not: isParted }, use: { field: 'spouse' } }] },
      former: { context: 'person.spouse' },
      spouseFormer: { choose: [{ when: { not: isParted }, use: { context: 'spouse.spouse' } }] },
      fromStart: { choose: [{ when: isFromStart, use: { value: true } }] },
      asked: { context: 'asked' },
    },
  };
}
