import type { Shelf } from './shelf.ts';

/*
 * Calls between the hub's two threads as plain messages, one answer a question. Both ends are of one programme and one
 * version, so their words are trusted.
 */

export interface Question {
  readonly id: number;
  readonly name: keyof Shelf;
  readonly words: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: unknown };

/** The shelf as it is seen from the other thread. */
export type AskedShelf = {
  readonly [Name in keyof Shelf]: (...words: Parameters<Shelf[Name]>) => Promise<ReturnType<Shelf[Name]>>;
};

/** Does what a question asks for; what it throws is its answer. */
export function answerQuestion(shelf: Shelf, message: unknown): Answer {
  const { id, name, words } = message as Question;
  try {
    return { id, value: Reflect.apply(shelf[name], shelf, words) };
  } catch (error) {
    return { id, error };
  }
}

/** @param ask sends a question and resolves with its answer's value */
export function askShelf(ask: (name: keyof Shelf, words: readonly unknown[]) => Promise<unknown>): AskedShelf {
  const call =
    <Name extends keyof Shelf>(name: Name) =>
    (...words: Parameters<Shelf[Name]>) =>
      ask(name, words) as Promise<ReturnType<Shelf[Name]>>;
  return {
    open: call('open'),
    apply: call('apply'),
    report: call('report'),
    cases: call('cases'),
    stock: call('stock'),
    closing: call('closing'),
    frozenMoves: call('frozenMoves'),
    cells: call('cells'),
    forget: call('forget'),
  };
}
