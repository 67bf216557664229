import { yearBook } from '../../register/acts/year-book.ts';
import type { YearBook } from '../../register/answers.ts';
import type { BookSession } from './book-session.ts';

/** Which year's book is open: few pages say it. */
export function yearAnswer({ register, people }: Pick<BookSession, 'register' | 'people'>): YearBook {
  return yearBook(register.folk, register.today(), people.nameOf);
}
