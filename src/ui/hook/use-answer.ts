import { useLatest } from './use-latest.ts';

/** An answer that may itself be "there is none". */
export interface Answered<Answer> {
  readonly value: Answer;
}

/** As `useLatest`, for one thing by its id: what was known of another thing is not shown in its place. */
export function useAnswer<Answer>(
  ask: () => Promise<Answer>,
  about: string,
  revision = 0,
): Answered<Answer> | undefined {
  const answered = useLatest(async () => ({ about, value: await ask() }), about, revision);
  return answered?.about === about ? answered : undefined;
}
