import { bad, good } from '../domain/outcome.ts';
import { maxRoadFileBytes } from '../sync/wire/road-file.ts';
import {
  anyAnswer,
  asideAnswer,
  casesAnswer,
  namesAnswer,
  passwordAnswer,
  reportAnswer,
  roadFileAnswer,
  sessionAnswer,
  stockAnswer,
  stockOrdersAnswer,
} from './answer-schema.ts';
import type { ApiFailure, ConsoleApi, FigureAddress, Reply } from './api.ts';
import { closingAnswer, closingsAnswer, judgedAnswer, movesAnswer, upperAnswer } from './desk/closing-schema.ts';

interface Schema<Answer> {
  safeParse(value: unknown): { readonly success: true; readonly data: Answer } | { readonly success: false };
}

interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** ms to wait for an answer, where it takes longer than others. */
  readonly patience?: number;
}

/** A hub that says nothing for so long is not reached. */
const usualPatience = 30_000;
/** Months of work, act by act, are judged one after the other. */
const filePatience = 10 * 60_000;

function failureOf(status: number): ApiFailure {
  if (status === 401) return 'ended';
  if (status === 429 || status === 503) return 'busy';
  return status >= 400 && status < 500 ? 'refused' : 'broken';
}

async function send(request: Request): Promise<Response | undefined> {
  try {
    return await fetch(request.path, {
      method: request.method,
      headers: request.body === undefined ? {} : { 'content-type': 'application/json' },
      body: request.body === undefined ? null : JSON.stringify(request.body),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(request.patience ?? usualPatience),
    });
  } catch {
    // fetch throws for one reason only that matters here: the hub was not reached. It is shown as such.
    return undefined;
  }
}

async function textOf(response: Response): Promise<string | undefined> {
  try {
    return await response.text();
  } catch {
    return undefined;
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ask<Answer>(schema: Schema<Answer>, request: Request): Reply<Answer> {
  const response = await send(request);
  const text = response === undefined ? undefined : await textOf(response);
  if (response === undefined || text === undefined) return bad('offline');
  // A refusal in the agreed words (a wrong password, a ground too short) may come with its own status.
  const answer = schema.safeParse(parsed(text));
  const isAgreed = answer.success && (response.ok || isRefusal(answer.data));
  if (answer.success && isAgreed) return good(answer.data);
  return bad(response.ok ? 'broken' : failureOf(response.status));
}

function isRefusal(answer: unknown): boolean {
  const is = typeof answer === 'object' && answer !== null && 'is' in answer ? answer.is : undefined;
  return is === 'refused' || is === 'none';
}

function query(figure: FigureAddress): string {
  return new URLSearchParams({ ...figure }).toString();
}

/** The hub under /api of the page's own origin. */
export const httpApi: ConsoleApi = {
  session: () => ask(sessionAnswer, { method: 'GET', path: '/api/session' }),
  signIn: (name, password) => ask(sessionAnswer, { method: 'POST', path: '/api/session', body: { name, password } }),
  signOut: () => ask(anyAnswer, { method: 'DELETE', path: '/api/session' }),
  changePassword: (password, next) =>
    ask(passwordAnswer, { method: 'POST', path: '/api/password', body: { password, next } }),
  report: (book, form, period) =>
    ask(reportAnswer, { method: 'GET', path: `/api/report?${new URLSearchParams({ book, form, period })}` }),
  cases: (figure) => ask(casesAnswer, { method: 'GET', path: `/api/cases?${query(figure)}` }),
  names: (figure, ground) => ask(namesAnswer, { method: 'POST', path: '/api/names', body: { ...figure, ground } }),
  closings: (period) =>
    ask(closingsAnswer, { method: 'GET', path: `/api/closings?${new URLSearchParams({ period })}` }),
  upper: (period) => ask(upperAnswer, { method: 'GET', path: `/api/upper?${new URLSearchParams({ period })}` }),
  closing: (book, id) =>
    ask(closingAnswer, { method: 'GET', path: `/api/closing?${new URLSearchParams({ book, id })}` }),
  closingMoves: (book, id, row) =>
    ask(movesAnswer, { method: 'GET', path: `/api/closing-moves?${new URLSearchParams({ book, id, row })}` }),
  judge: (judged) => ask(judgedAnswer, { method: 'POST', path: '/api/closing', body: judged }),
  async roadFile(text) {
    // A hub that stops reading halfway is a broken line to a browser: its word on the length would not be heard.
    if (text.length > maxRoadFileBytes) return good({ is: 'refused', why: 'too_large' });
    return ask(roadFileAnswer, { method: 'POST', path: '/api/road-file', body: { text }, patience: filePatience });
  },
  aside: (book) => ask(asideAnswer, { method: 'GET', path: `/api/aside?${new URLSearchParams({ book })}` }),
  stock: (book) => ask(stockAnswer, { method: 'GET', path: `/api/stock?${new URLSearchParams({ book })}` }),
  confirmOrders: (book, lines) =>
    ask(stockOrdersAnswer, { method: 'POST', path: '/api/stock-orders', body: { book, lines } }),
};
