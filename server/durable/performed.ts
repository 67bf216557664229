/** What a command did. One that changed nothing (a wrong code that names none) is not kept. */
export interface Performed<Result> {
  readonly result: Result;
  readonly isKept: boolean;
}

export function keep<Result>(result: Result): Performed<Result> {
  return { result, isKept: true };
}

export function leave<Result>(result: Result): Performed<Result> {
  return { result, isKept: false };
}
