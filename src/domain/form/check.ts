import { formatDate, isPartialDate } from '../calendar/partial-date.ts';
import { type Condition, holds, type Operand, operandValue, type Scope } from '../condition.ts';
import type { Value } from '../value.ts';
import type { Words } from '../words.ts';
import type { Edition } from './edition.ts';

/** stop: must be mended before saving · ask: "… Đúng không?", the answer is kept with the record */
type Strength = 'stop' | 'ask';

/** A rule over the answers of a form and the records they name, as data. */
export interface Check extends Partial<Edition> {
  readonly id: string;
  readonly strength: Strength;
  /** True when something is wrong or odd. */
  readonly when: Condition;
  /** Field that the message belongs to. */
  readonly field: string;
  /** `{name}` is filled from `names`, e.g. "Mẹ {motherAge} tuổi khi sinh. Đúng không?" */
  readonly message: Words;
  readonly names?: { readonly [name: string]: Operand };
  readonly law: string;
}

export interface Finding {
  readonly check: string;
  readonly strength: Strength;
  readonly field: string;
  readonly message: Words;
}

/** What the checks find in a scope (answers, the records they name, `today`), in the order of the checks. */
export function findings(checks: readonly Check[], scope: Scope): readonly Finding[] {
  return checks
    .filter((check) => holds(check.when, scope))
    .map((check) => ({
      check: check.id,
      strength: check.strength,
      field: check.field,
      message: fillWords(check.message, check.names ?? {}, scope),
    }));
}

/** `{name}` in words is filled with what its operand says in a scope. */
export function fillWords(words: Words, names: { readonly [name: string]: Operand }, scope: Scope): Words {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const operand = names[name];
      return spell(operand === undefined ? undefined : operandValue(operand, scope));
    });
  return words.en === undefined ? { vi: fill(words.vi) } : { vi: fill(words.vi), en: fill(words.en) };
}

/** An unknown value is a question mark, never a made-up one. */
function spell(value: Value | undefined): string {
  if (typeof value === 'string') return isPartialDate(value) ? formatDate(value) : value;
  return typeof value === 'number' ? String(value) : '?';
}
