import type { Closing, ClosingState, FrozenDoubts } from '../../../domain/figure/closing/closing.ts';
import type { Fields } from '../../../domain/value.ts';
import { compareWriting } from '../../../sync/stamp.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import { frozenKind, verdictKind } from './frozen-content.ts';

type NameOf = (user: string) => string | undefined;

/** The facts that a report's life is told by. */
export interface ClosingFacts {
  readonly frozen: readonly Held[];
  readonly verdicts: readonly Held[];
}

/** All frozen reports of a book, in the order in which they were frozen. */
export function closingsOf({ book }: Folk, nameOf: NameOf): readonly Closing[] {
  return tellClosings({ frozen: [...book.all(frozenKind)], verdicts: [...book.all(verdictKind)] }, nameOf);
}

export function tellClosings({ frozen, verdicts }: ClosingFacts, nameOf: NameOf): readonly Closing[] {
  const ordered = [...frozen].sort(compareWriting);
  const answers = new Map(
    [...verdicts].sort(compareWriting).map((verdict) => [textOf(verdict.fields, 'report'), verdict]),
  );
  // A hub that was sent thousands of versions still answers.
  const versionsOf = new Map<string, Held[]>();
  for (const fact of ordered) {
    const known = versionsOf.get(reportOf(fact));
    if (known === undefined) versionsOf.set(reportOf(fact), [fact]);
    else known.push(fact);
  }
  return ordered.map((fact) => {
    const versions = versionsOf.get(reportOf(fact)) ?? [];
    const answer = answers.get(fact.id);
    return {
      id: fact.id,
      form: textOf(fact.fields, 'form'),
      period: textOf(fact.fields, 'period'),
      place: textOf(fact.fields, 'of'),
      version: versions.indexOf(fact) + 1,
      isLatest: versions.at(-1) === fact,
      date: textOf(fact.fields, 'date'),
      author: nameOf(fact.author) ?? fact.author,
      standing: fact.standing,
      state: stateOf(answer),
      hash: textOf(fact.fields, 'hash'),
      doubts: doubtsOf(fact.fields),
      ...(answer && { answer: answerOf(answer.fields) }),
    };
  });
}

function reportOf({ fields }: Held): string {
  return `${textOf(fields, 'form')} ${textOf(fields, 'period')} ${textOf(fields, 'of')}`;
}

/** The version that stands of a form and period. */
export function latestOf(closings: readonly Closing[], form: string, period: string): Closing | undefined {
  return closings.find((one) => one.isLatest && one.form === form && one.period === period);
}

function stateOf(answer: Held | undefined): ClosingState {
  const outcome = answer?.fields.outcome;
  return outcome === 'received' || outcome === 'returned' ? outcome : 'submitted';
}

function answerOf(fields: Fields): NonNullable<Closing['answer']> {
  return { date: textOf(fields, 'date'), by: textOf(fields, 'by'), reason: textOf(fields, 'reason') };
}

function doubtsOf(fields: Fields): FrozenDoubts {
  const count = (key: string) => Number(fields[key] ?? 0);
  return {
    slips: count('slips'),
    waiting: count('waiting'),
    drafts: count('drafts'),
    disagreements: count('disagreements'),
    incomplete: count('incomplete'),
    failed: count('failed'),
    odd: count('odd'),
    goods: count('goods'),
  };
}
