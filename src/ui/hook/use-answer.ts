import { useLatest } from './use-latest.ts';

/** An answer that may itself be "there is none". */
export interface Answered<Answer> {
  readonly value: Answer;
}

/** An answer, and what it is about. */
export interface AnsweredAbout<Answer> extends Answered<Answer> {
  readonly about: string;
}

/** As `useLatest`, for one thing by its id: what was known of another thing is not shown in its place. */
export function useAnswer<Answer>(
  ask: (goesOn: boolean) => Promise<Answer>,
  about: string,
  revision = 0,
  first?: AnsweredAbout<Answer>,
): Answered<Answer> | undefined {
  const known = first?.about === about ? first : undefined;
  const answered = useLatest(async (goesOn) => ({ about, value: await ask(goesOn) }), about, revision, known);
  return answered?.about === about ? answered : undefined;
}
