import type { Days } from '../calendar/period.ts';
import { holds } from '../condition.ts';
import type { Case, CountRule, FlowPart, Wanted } from '../indicator.ts';
import type { Value } from '../value.ts';
import { type Book, type BookRecord, momentOf, namedBy, stateSeen } from './book.ts';
import { isCompleting } from './completion.ts';
import { type Look, stockDay, whereabouts } from './look.ts';
import { compareMoments, type Moment } from './timeline.ts';

/* Counting records one by one: how each counts, and where. A number can so be mended record by record. */

type Flow = Extract<CountRule, { readonly is: 'flow' }>;
type Stock = Extract<CountRule, { readonly is: 'stock' }>;

const none: readonly Case[] = [];

/** Kinds of the records that a count looks at, each record on its own. */
export function candidateKinds(rule: CountRule): readonly string[] {
  return rule.is === 'flow' ? [...new Set(rule.of.map(({ fact }) => fact))] : [rule.kind];
}

/** How one record counts over these days, and where. Of holders, these are the records that hold them. */
export function casesOf(rule: CountRule, look: Look, days: Days): readonly Case[] {
  return rule.is === 'flow' ? flowCases(rule, look, days) : stockCases(rule, look, days);
}

/** What the number counts: the cases, or each of their holders once; who lives with nobody known is of no holder. */
export function countedCases(rule: CountRule, cases: readonly Case[]): readonly Case[] {
  if (rule.is !== 'stock' || !rule.isOfHolders) return cases;
  const found = new Map<string, Case>();
  for (const { holder, place, date } of cases) {
    if (holder !== undefined) found.set(holder, { record: holder, subject: holder, holder, place, date });
  }
  return [...found.values()];
}

const ruleTexts = new WeakMap<CountRule, string>();

/** Names a count over some days; a stock at the end of a month and of the year so far is one and the same. */
export function countKey({ rule, days }: Wanted): string {
  const isEnd = rule.is === 'stock' && rule.at !== 'start';
  const isStart = rule.is === 'stock' && rule.at === 'start';
  const text = ruleTexts.get(rule) ?? JSON.stringify(rule);
  ruleTexts.set(rule, text);
  return `${text} ${isEnd ? '' : days.first} ${isStart ? '' : days.last}`;
}

function flowCases(rule: Flow, look: Look, days: Days): readonly Case[] {
  const moment = look.moment();
  if (moment === undefined || moment.date < days.first || moment.date > days.last) return none;
  const { book, record: fact } = look;
  const parts = rule.of.filter((part) => part.fact === fact.kind);
  if (parts.length === 0 || (rule.isOnce && isWrittenBefore(book, fact, moment))) return none;
  const cases: Case[] = [];
  for (const part of parts) {
    const found = partCase(part, look, moment);
    if (found !== undefined) cases.push(found);
    if (found !== undefined && rule.takes === 'first') break;
  }
  return cases;
}

function partCase(part: FlowPart, look: Look, moment: Moment): Case | undefined {
  const { book, record: fact } = look;
  const { seen = 'after', where } = part;
  const named = fact.fields[part.subject];
  if (part.isNameless) return namelessCase(fact, moment, named);
  const subject = typeof named === 'string' ? book.get(named) : undefined;
  if (subject === undefined || !isCompleting(part, book, moment, fact)) return undefined;
  if (where !== undefined && !holds(where, look.factScope(moment, seen === 'dayBefore' ? seen : 'after')))
    return undefined;
  const state = stateSeen(book.timeline(subject), moment, seen);
  return { record: fact.id, date: moment.date, ...whereabouts(book, subject, state) };
}

function namelessCase(fact: BookRecord, { date }: Moment, named: Value | undefined): Case | undefined {
  const isNamed = named !== undefined && named !== null;
  return isNamed ? undefined : { record: fact.id, subject: fact.id, place: fact.place, date };
}

/** Two phones wrote the same wedding down: only what was written first counts. */
function isWrittenBefore(book: Book, fact: BookRecord, moment: Moment): boolean {
  const named = namedBy(book.catalogue, fact);
  const others = named.flatMap((id) => book.factsNaming(id)).filter((other) => other.kind === fact.kind);
  return others.some((other) => {
    const at = momentOf(book.catalogue, other);
    if (at === undefined || at.date !== moment.date || compareMoments(at, moment) >= 0) return false;
    const same = namedBy(book.catalogue, other);
    return same.length === named.length && same.every((id) => named.includes(id));
  });
}

function stockCases(rule: Stock, look: Look, days: Days): readonly Case[] {
  const closing = look.closing(stockDay(days, rule.at));
  const scope = rule.isOfHolders ? closing.holderScope() : closing.scope;
  return rule.where === undefined || holds(rule.where, scope) ? closing.asCase() : none;
}
