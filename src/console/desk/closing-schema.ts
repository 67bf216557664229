import * as z from 'zod/mini';
import type { ChangedCase, ChangedRow, Closing, FrozenMove } from '../../domain/figure/closing/closing.ts';
import type {
  ClosingAnswer,
  ClosingsAnswer,
  CommuneReport,
  JudgedAnswer,
  MovesAnswer,
  UpperAnswer,
} from '../../sync/console-api.ts';
import { anyNumber, reportAnswer, reportCase, words } from '../answer-schema.ts';

/* Strict reading of what the hub says of frozen reports. */

type Schema<Answer> = z.ZodMiniType<Answer>;

const closing: Schema<Closing> = z.object({
  id: z.string(),
  form: z.string(),
  period: z.string(),
  place: z.string(),
  version: z.number(),
  isLatest: z.boolean(),
  date: z.string(),
  author: z.string(),
  standing: z.enum(['confirmed', 'waiting', 'mending']),
  state: z.enum(['submitted', 'returned', 'received']),
  hash: z.string(),
  doubts: z.object({
    slips: z.number(),
    waiting: z.number(),
    drafts: z.number(),
    disagreements: z.number(),
    incomplete: z.number(),
    failed: z.number(),
    odd: z.number(),
    goods: z.number(),
  }),
  answer: z.exactOptional(z.object({ date: z.string(), by: z.string(), reason: z.string() })),
});

const report: Schema<CommuneReport> = z.object({
  book: z.string(),
  name: z.exactOptional(z.string()),
  form: z.string(),
  period: z.string(),
  deadline: z.string(),
  isSure: z.boolean(),
  closing: z.exactOptional(closing),
});

const goods = { what: words, quantity: z.number(), unit: words };

const changedCase: Schema<ChangedCase> = z.object({
  is: z.enum(['came', 'went']),
  span: z.enum(['period', 'year']),
  who: reportCase,
  goods: z.exactOptional(z.object(goods)),
  what: words,
  by: z.string(),
  on: z.string(),
  isTakenBack: z.boolean(),
  isLate: z.boolean(),
});

const pair = z.object({ value: anyNumber, cumulative: anyNumber, text: z.exactOptional(z.string()) });

const changedRow: Schema<ChangedRow> = z.object({
  row: z.string(),
  key: z.string(),
  label: words,
  decimals: z.number(),
  frozen: pair,
  now: pair,
  cases: z.array(changedCase),
  isWhole: z.boolean(),
  villages: z.array(z.string()),
  isTrue: z.boolean(),
});

const carriedRow = z.object({
  key: z.string(),
  label: words,
  decimals: z.number(),
  frozen: anyNumber,
  now: anyNumber,
  cumulative: z.exactOptional(z.object({ frozen: anyNumber, now: anyNumber })),
});

export const closingsAnswer: Schema<ClosingsAnswer> = z.object({ reports: z.array(report) });

export const closingAnswer: Schema<ClosingAnswer> = z.object({
  closing,
  versions: z.array(closing),
  table: reportAnswer,
  carried: z.array(carriedRow),
  changes: z.array(changedRow),
  before: z.array(changedRow),
});

const frozenMove: Schema<FrozenMove> = z.object({
  record: z.string(),
  store: z.string(),
  date: z.string(),
  ...goods,
  isGone: z.boolean(),
});

export const movesAnswer: Schema<MovesAnswer> = z.object({
  label: words,
  moves: z.array(frozenMove),
  earlier: z.number(),
  isWhole: z.boolean(),
});

export const upperAnswer: Schema<UpperAnswer> = z.object({
  deadline: z.string(),
  together: reportAnswer,
  columns: z.array(
    z.object({
      book: z.string(),
      name: z.exactOptional(z.string()),
      closing: z.exactOptional(closing),
      values: z.array(anyNumber),
    }),
  ),
});

export const judgedAnswer: Schema<JudgedAnswer> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('judged') }),
  z.object({ is: z.literal('refused'), why: z.enum(['reason', 'stale']) }),
]);
