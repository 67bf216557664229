import { method } from '../../../../catalogue/codes/care/method.ts';
import { catalogue } from '../../../../catalogue/index.ts';
import type { Finding } from '../../../../domain/form/check.ts';
import type { Screen } from '../../../screen.ts';
import { readCode } from '../cell/read-code.ts';
import { type LineResult, saveLine } from '../save-line.ts';

/** What a cell of the grid comes to. */
export type MethodChange =
  | { readonly is: 'start'; readonly method: string }
  | { readonly is: 'stop'; readonly method: string };

interface Cell {
  readonly code: string;
  readonly before: string;
}

/** `undefined`: it says what stood there already; `unknown`: no such number. */
export function readGridCell(typed: string, { code, before }: Cell): MethodChange | 'unknown' | undefined {
  const key = readCode(method, typed);
  const standing = readCode(method, code);
  if (key === undefined) return 'unknown';
  if (key === standing) return undefined;
  if (key !== null) return { is: 'start', method: key };
  const used = readCode(method, code === '' ? before : code);
  return typeof used === 'string' ? { is: 'stop', method: used } : undefined;
}

interface Place {
  readonly screen: Screen;
  readonly household: string;
  readonly woman: string;
  readonly month: string;
}

/** Through the form of the own panel, as wherever a method is told; the paper says the month, so its first day is meant. */
export async function saveMethod(
  { screen, household, woman, month }: Place,
  change: MethodChange,
  doubts: readonly Finding[] | undefined,
): Promise<LineResult> {
  const form = catalogue.forms.find(({ key }) => key === `method_${change.is}`);
  const line = {
    id: woman,
    form,
    defaults: {},
    said: new Map(),
    isGone: false,
    person: undefined,
    mother: '',
    father: '',
  };
  const answers = { person: woman, date: `${month}-01`, method: change.method };
  return saveLine(screen.phone, household, line, answers, doubts ?? []);
}
