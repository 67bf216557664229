import type { Condition } from '../../domain/condition.ts';
import type { CountRule, FlowPart, Indicator } from '../../domain/figure/indicator.ts';
import { newUsers, stopUsers } from '../indicators/care/starts.ts';
import { tt01Choices } from '../indicators/choices.ts';
import { births } from '../indicators/life/births.ts';
import { deaths } from '../indicators/life/deaths.ts';
import { moveIn } from '../indicators/move/move-in.ts';
import { moveOut } from '../indicators/move/move-out.ts';

/*
 * What stands in the rows of the monthly slip when the book fills it in. A table that a report counts takes its rows from
 * the very rule that counts them: so as many rows stand on paper as the figure says.
 */

/** One cell: the household's number, a field of the fact or of somebody it names, what was and what is, or nothing. */
export type SlipCell =
  | { readonly is: 'household' | 'before' | 'after' | 'blank' }
  /** What it is called; not of the kind that the table itself is named after. */
  | { readonly is: 'kind'; readonly but?: string }
  | {
      readonly is: 'field';
      /** "fact", "subject" (whom the row is about), or the fact's field that names somebody. */
      readonly of: string;
      readonly field: string;
      /** Only where another field of the same one has this value: the birth date stands under boys or girls. */
      readonly only?: { readonly field: string; readonly value: string };
      /** printed: the code's number on paper · year: of a date */
      readonly as?: 'printed' | 'year';
    }
  /** The first of these that says something. */
  | { readonly is: 'first'; readonly of: readonly SlipCell[] };

export interface SlipRows {
  /** Number of the table. */
  readonly number: number;
  readonly rule: CountRule;
  /** As many as the table has columns, in their order. */
  readonly cells: readonly SlipCell[];
}

const household: SlipCell = { is: 'household' };
const fact = (field: string, as?: 'printed'): SlipCell => ({ is: 'field', of: 'fact', field, ...(as && { as }) });
const whose =
  (of: string) =>
  (field: string, more: Partial<Extract<SlipCell, { readonly is: 'field' }>> = {}): SlipCell => ({
    is: 'field',
    of,
    field,
    ...more,
  });
const subject = whose('subject');
const mother = whose('mother');
const card = subject('insuranceNo');
const performed: SlipCell = { is: 'first', of: [fact('performedAt'), fact('note')] };

function countOf([indicator]: readonly Indicator[]): CountRule {
  if (indicator?.rule.is !== 'flow') throw new Error('a slip lists facts');
  return indicator.rule;
}

/** Every fact of these kinds, told of one person each. */
function all(...of: readonly (readonly [fact: string, subject: string, where?: Condition])[]): CountRule {
  const parts = of.map(([kind, who, where]): FlowPart => ({ fact: kind, subject: who, ...(where && { where }) }));
  return { is: 'flow', of: parts };
}

/** Told without a name: counted, and known to nobody. */
function nameless(...kinds: readonly string[]): readonly FlowPart[] {
  return kinds.map((kind): FlowPart => ({ fact: kind, subject: 'person', isNameless: true }));
}

/** A wedding that both families wrote down is one: each of the two stands on the slip once. */
function ofCouples(...kinds: readonly string[]): readonly FlowPart[] {
  return kinds.flatMap((kind) =>
    ['person', 'spouse'].map((subject): FlowPart => ({ fact: kind, subject, isOnce: true })),
  );
}

/** A mended mistake is no change; where somebody settles or leaves stands in tables 4 and 5. */
const isRealChange: Condition = {
  all: [
    { not: { is: [{ path: 'fact.isCorrection' }, { value: true }] } },
    { not: { is: [{ path: 'fact.field' }, { value: 'residence' }] } },
  ],
};

export const slipRows: readonly SlipRows[] = [
  {
    number: 1,
    rule: countOf([births]),
    cells: [
      household,
      subject('fullName'),
      subject('birthDate', { only: { field: 'sex', value: 'male' } }),
      subject('birthDate', { only: { field: 'sex', value: 'female' } }),
      subject('ethnicity'),
      { is: 'first', of: [mother('fullName'), fact('motherName')] },
      mother('insuranceNo'),
      { is: 'first', of: [mother('birthDate'), fact('motherBirthDate')] },
      fact('deliveryPlace'),
      fact('order'),
    ],
  },
  {
    number: 2,
    rule: all(['newborn_screen', 'person']),
    cells: [
      household,
      subject('fullName'),
      fact('hypothyroid'),
      fact('g6pd'),
      fact('cah'),
      fact('hearing'),
      fact('heart'),
      performed,
    ],
  },
  {
    number: 3,
    rule: countOf([deaths]),
    cells: [
      household,
      subject('fullName'),
      card,
      subject('relation'),
      subject('sex'),
      subject('birthDate'),
      fact('date'),
      fact('note'),
    ],
  },
  {
    number: 4,
    rule: countOf([moveIn]),
    cells: [
      household,
      subject('fullName'),
      card,
      subject('relation'),
      subject('sex'),
      subject('birthDate'),
      subject('ethnicity'),
      subject('education'),
      subject('marital'),
      fact('date'),
      { is: 'first', of: [fact('from'), { is: 'kind', but: 'move_in' }] },
    ],
  },
  {
    number: 5,
    rule: countOf([moveOut]),
    cells: [
      household,
      subject('fullName'),
      card,
      subject('relation'),
      subject('sex'),
      subject('birthDate'),
      fact('date'),
      { is: 'first', of: [fact('to'), { is: 'kind', but: 'move_out' }] },
      fact('note'),
    ],
  },
  {
    number: 6,
    rule: {
      is: 'flow',
      of: [{ fact: 'change_info', subject: 'person', where: isRealChange }, ...ofCouples('marriage', 'divorce')],
    },
    cells: [
      household,
      subject('fullName'),
      card,
      subject('sex'),
      subject('birthDate'),
      { is: 'before' },
      { is: 'after' },
      fact('note'),
    ],
  },
  {
    number: 7,
    rule: { is: 'flow', of: [...countParts(newUsers(tt01Choices)), ...nameless('method_start')] },
    cells: [household, subject('fullName'), card, subject('birthDate'), fact('date'), fact('method', 'printed')],
  },
  {
    number: 8,
    rule: countOf(stopUsers(tt01Choices)),
    cells: [
      household,
      subject('fullName'),
      card,
      subject('birthDate'),
      fact('date'),
      // A switch stops the method before it.
      { is: 'field', of: 'before', field: 'method', as: 'printed' },
    ],
  },
  {
    number: 9,
    rule: {
      is: 'flow',
      of: [
        { fact: 'pregnancy', subject: 'person' },
        { fact: 'miscarriage', subject: 'person' },
        { fact: 'abortion', subject: 'person' },
        ...nameless('pregnancy', 'miscarriage', 'abortion'),
      ],
    },
    cells: [household, subject('fullName'), card, subject('birthDate'), fact('date'), { is: 'kind' }, fact('number')],
  },
  {
    number: 10,
    rule: all(['prenatal_screen', 'person']),
    cells: [
      household,
      card,
      subject('fullName'),
      subject('residence'),
      subject('birthDate'),
      fact('week'),
      fact('date'),
      fact('edward'),
      fact('down'),
      fact('patau'),
      fact('thalassemia'),
      performed,
    ],
  },
  {
    number: 11,
    rule: all(['elder_check', 'person']),
    cells: [household, card, subject('fullName'), subject('birthDate', { as: 'year' }), fact('date'), performed],
  },
];

function countParts(of: readonly Indicator[]): readonly FlowPart[] {
  const rule = countOf(of);
  return rule.is === 'flow' ? rule.of : [];
}
