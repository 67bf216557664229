import type { ReviewGroup } from '../../register/lives/answers.ts';
import { startReview } from '../../register/lives/reviews.ts';
import type { Register } from '../../register/register.ts';
import { breath } from '../ports/breath.ts';

/** Records looked at at a stretch; between two stretches the worker answers the screens. */
const stretch = 200;

/** The checks of the book over one place, or the whole of it (`''`). */
export async function reviewInSlices(
  register: Register,
  place: string,
  limit: number,
): Promise<readonly ReviewGroup[]> {
  const run = startReview(register, place, limit);
  while (!run.advance(stretch)) await breath();
  return run.groups();
}
