import * as z from 'zod/mini';
import type { ReportCase, ReportFigure } from '../domain/figure/report.ts';
import type { Rounding } from '../domain/figure/rounding.ts';
import type { OrderedLine, ShelfLine } from '../domain/stock/store.ts';
import type { Words } from '../domain/words.ts';
import type {
  AsideAnswer,
  CasesAnswer,
  NamesAnswer,
  PasswordAnswer,
  ReportAnswer,
  RoadFileAnswer,
  SessionAnswer,
  StockAnswer,
  StockOrdersAnswer,
} from '../sync/console-api.ts';

/* Strict reading of the hub's answers: a captive portal's page or an older hub is an answer we do not know, never a report. */

// The policy forbids eval, which zod would try for speed.
z.config({ jitless: true });

type Schema<Answer> = z.ZodMiniType<Answer>;

export const words: Schema<Words> = z.readonly(z.object({ vi: z.string(), en: z.exactOptional(z.string()) }));

export const anyNumber = z.nullable(z.number());

const figure: Schema<ReportFigure> = z.object({
  row: z.string(),
  key: z.string(),
  label: words,
  short: z.exactOptional(words),
  unit: words,
  decimals: z.number(),
  indent: z.number(),
  isLegal: z.boolean(),
  part: z.exactOptional(words),
  cell: z.exactOptional(z.object({ table: z.string(), line: words, column: words })),
  isSensitive: z.exactOptional(z.literal(true)),
  value: anyNumber,
  cumulative: anyNumber,
  withPaper: z.exactOptional(z.object({ cumulative: z.number(), source: z.string() })),
  text: z.exactOptional(z.string()),
  parts: z.exactOptional(z.object({ numerator: anyNumber, denominator: anyNumber })),
  madeOf: z.exactOptional(z.array(z.object({ key: z.string(), label: words, isSinceNewYear: z.boolean() }))),
  isSmall: z.exactOptional(z.object({ value: z.boolean(), cumulative: z.boolean() })),
  remark: z.exactOptional(words),
  waiting: z.number(),
});

const rounding: Schema<Rounding> = z.enum(['half_up', 'cut']);

export const reportCase: Schema<ReportCase> = z.object({
  record: z.string(),
  person: z.string(),
  household: z.string(),
  householdNumber: z.string(),
  villageName: z.string(),
  date: z.string(),
  sex: z.string(),
  name: z.string(),
});

const role = z.enum(['collaborator', 'officer', 'viewer', 'approver', 'administrator']);

export const sessionAnswer: Schema<SessionAnswer> = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('open'),
    userName: z.string(),
    role,
    communes: z.array(z.object({ book: z.string(), code: z.string(), name: z.string() })),
  }),
  z.object({ is: z.literal('change_password') }),
  z.object({ is: z.literal('refused'), why: z.enum(['wrong', 'wait']), notBefore: z.exactOptional(z.number()) }),
  z.object({ is: z.literal('none') }),
]);

export const passwordAnswer: Schema<PasswordAnswer> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('changed') }),
  z.object({ is: z.literal('refused'), why: z.enum(['short', 'same', 'wrong']) }),
]);

export const reportAnswer: Schema<ReportAnswer> = z.object({
  form: z.string(),
  formSet: z.string(),
  title: words,
  period: z.string(),
  place: z.string(),
  placeName: z.string(),
  rounding,
  above: z.array(figure),
  rows: z.array(figure),
});

export const casesAnswer: Schema<CasesAnswer> = z.object({ cases: z.array(reportCase) });

export const namesAnswer: Schema<NamesAnswer> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('named'), cases: z.array(reportCase) }),
  z.object({ is: z.literal('refused'), why: z.literal('ground') }),
]);

/** DELETE /api/session: whatever the hub says in a good answer, the session is gone. */
export const anyAnswer: Schema<null> = z.pipe(
  z.unknown(),
  z.transform(() => null),
);

const roadFaults = ['strange', 'newer', 'cut', 'altered', 'too_large', 'answers', 'foreign'] as const;

export const roadFileAnswer: Schema<RoadFileAnswer> = z.union([
  z.object({ is: z.literal('taken'), taken: z.number(), of: z.number(), answers: z.string() }),
  z.object({ is: z.literal('refused'), why: z.enum(roadFaults) }),
]);

export const asideAnswer: Schema<AsideAnswer> = z.object({
  devices: z.array(z.object({ device: z.string(), userName: z.string(), status: z.string(), ops: z.number() })),
});

const shelf: Schema<ShelfLine> = z.object({
  store: z.string(),
  product: z.string(),
  channel: z.string(),
  stock: z.number(),
  min: z.number(),
  max: z.number(),
  atPoints: z.number(),
  use: anyNumber,
  months: anyNumber,
  status: z.enum(['none', 'urgent', 'low', 'enough', 'over', 'unused', 'unknown']),
  daysWithout: z.number(),
  lots: z.array(
    z.object({
      lot: z.string(),
      expiry: z.string(),
      stock: z.number(),
      isExpired: z.boolean(),
      surplus: z.number(),
    }),
  ),
});

const ordered: Schema<OrderedLine> = z.object({
  id: z.string(),
  store: z.string(),
  product: z.string(),
  channel: z.string(),
  date: z.string(),
  computed: z.number(),
  asked: z.number(),
  why: z.string(),
  granted: anyNumber,
  answered: z.nullable(z.object({ date: z.string(), why: z.string(), by: z.string() })),
  received: z.number(),
  left: z.number(),
});

export const stockAnswer: Schema<StockAnswer> = z.object({
  today: z.string(),
  stores: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      level: z.enum(['station', 'point', 'collaborator']),
      shelves: z.array(shelf),
      ordered: z.array(ordered),
    }),
  ),
});

export const stockOrdersAnswer: Schema<StockOrdersAnswer> = z.discriminatedUnion('is', [
  z.object({ is: z.literal('confirmed'), lines: z.number() }),
  z.object({ is: z.literal('refused'), why: z.enum(['order', 'quantity', 'why']) }),
]);
