import type { Days } from '../calendar/period.ts';
import { holds, type Operand, operandValue, type Scope } from '../condition.ts';
import type { Case, CountRule, FlowPart, Wanted } from '../figure/indicator.ts';
import { type BookRecord, type SeenFrom, stateSeen } from './book.ts';
import { isCompleting } from './completion.ts';
import { type Closing, type Look, lookAt, stockDay, type Whereabouts, whereabouts } from './look.ts';
import type { Moment } from './timeline.ts';
import { wholeTelling } from './told-twice.ts';

/* Counting records one by one: how each counts, and where. A number can so be mended record by record. */

export type Flow = Extract<CountRule, { readonly is: 'flow' }>;
export type Stock = Extract<CountRule, { readonly is: 'stock' }>;

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

/**
 * Names a count over some days; a stock at the end of a month and of the year so far is one and the same. The last day
 * always tells: by its boundaries the cases stand where they stand.
 */
export function countKey({ rule, days }: Wanted): string {
  const isEnd = rule.is === 'stock' && rule.at !== 'start';
  const text = ruleTexts.get(rule) ?? JSON.stringify(rule);
  ruleTexts.set(rule, text);
  return `${text} ${isEnd ? '' : days.first} ${days.last}`;
}

function flowCases(rule: Flow, look: Look, days: Days): readonly Case[] {
  const moment = look.moment();
  if (moment === undefined || moment.date < days.first || moment.date > days.last) return none;
  const { book, record: fact } = look;
  const parts = partsAbout(rule, fact.kind);
  const isOnce = rule.isOnce ? parts.length > 0 : parts.some((part) => part.isOnce);
  const told = isOnce ? wholeTelling(book, fact, moment) : fact;
  if (parts.length === 0 || told === undefined) return none;
  const cases: Case[] = [];
  for (const part of parts) {
    const found = partCase(part, rule.by, told === fact ? look : lookAt(book, told), moment, days.last);
    if (found !== undefined) cases.push(found);
    if (found !== undefined && rule.takes === 'first') break;
  }
  return ofGroups(rule, cases);
}

const partsByKind = new WeakMap<Flow, Map<string, readonly FlowPart[]>>();

function partsAbout(rule: Flow, kind: string): readonly FlowPart[] {
  const known = partsByKind.get(rule) ?? new Map<string, readonly FlowPart[]>();
  const parts = known.get(kind) ?? rule.of.filter(({ fact }) => fact === kind);
  partsByKind.set(rule, known.set(kind, parts));
  return parts;
}

function ofGroups({ groups }: CountRule, cases: readonly Case[]): readonly Case[] {
  return groups === undefined ? cases : cases.filter(({ group = '' }) => groups.includes(group));
}

function partCase(part: FlowPart, by: Flow['by'], look: Look, moment: Moment, boundaryDay: string): Case | undefined {
  const { book, record: fact } = look;
  const { seen = 'after', where } = part;
  const named = fact.fields[part.subject];
  if (part.isNameless) return namelessCase(part, by, fact, moment);
  const subject = typeof named === 'string' ? book.get(named) : undefined;
  if (subject === undefined || !isCompleting(part, book, moment, fact)) return undefined;
  const isScoped = where !== undefined || by !== undefined;
  const scope = isScoped ? look.factScope(moment, seen === 'dayBefore' ? seen : 'after') : {};
  if (where !== undefined && !holds(where, scope)) return undefined;
  const whereSeen = (from: SeenFrom) =>
    whereabouts(book, subject, stateSeen(book.timeline(subject), moment, from), boundaryDay);
  const at = whereSeen(seen);
  if (part.changesPlace && whereSeen('before').place === whereSeen('after').place) return undefined;
  return factCase(fact, moment, at, by && groupText(by, scope));
}

function factCase({ id: record }: BookRecord, { date }: Moment, at: Whereabouts, group: string | undefined): Case {
  const { subject, place, holder } = at;
  return compactCase({ record, date, subject, place, holder, group });
}

/** Written out: tens of thousands are kept, and an object put together of parts takes twice the room. */
export function compactCase({ record, date, subject, place, holder, group }: LooseCase): Case {
  if (holder === undefined)
    return group === undefined ? { record, date, subject, place } : { record, date, subject, place, group };
  if (group === undefined) return { record, date, subject, place, holder };
  return { record, date, subject, place, holder, group };
}

type LooseCase = { readonly [key in keyof Case]-?: Case[key] | undefined } & Pick<
  Case,
  'record' | 'date' | 'subject' | 'place'
>;

/** Scope of a fact that names nobody: `fact` alone. */
function namelessCase(part: FlowPart, by: Flow['by'], fact: BookRecord, moment: Moment): Case | undefined {
  if ((fact.fields[part.subject] ?? null) !== null) return undefined;
  const scope = { fact: fact.fields };
  if (part.where !== undefined && !holds(part.where, scope)) return undefined;
  return factCase(fact, moment, { subject: fact.id, place: fact.place }, by && groupText(by, scope));
}

/** The same few texts stand at every case: each once in memory. */
const texts = new Map<string, string>();

function oneText(text: string): string {
  const known = texts.get(text);
  if (known === undefined) texts.set(text, text);
  return known ?? text;
}

function groupText(by: readonly Operand[], scope: Scope): string {
  return oneText(by.map((operand) => operandValue(operand, scope) ?? '').join());
}

function stockCases(rule: Stock, look: Look, days: Days): readonly Case[] {
  const closing = look.closing(stockDay(days, rule.at), days.last);
  const group = groupInStock(rule, closing);
  if (group === undefined) return none;
  const one = closing.asCase();
  return [rule.by === undefined ? one : { ...one, group }];
}

/** In which group a record counts when a day closes, '' where nothing sorts it; `undefined`: it does not count. */
export function groupInStock({ isOfHolders, where, by, groups }: Stock, closing: Closing): string | undefined {
  const scope = isOfHolders ? closing.holderScope() : closing.scope;
  if (where !== undefined && !holds(where, scope)) return undefined;
  const group = by === undefined ? '' : groupText(by, scope);
  return groups?.includes(group) === false ? undefined : group;
}
