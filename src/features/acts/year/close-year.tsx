import type { VNode } from 'preact';
import { cycleOf } from '../../../catalogue/paper/book-year.ts';
import { closingCounts } from '../../../catalogue/records/work/book-closed.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { ActPage } from '../act-page.tsx';
import { useAct } from '../use-act.ts';
import { actWords } from '../words.ts';
import { TakeBackClosing } from './take-back-closing.tsx';

type YearBook = Awaited<ReturnType<Screen['phone']['yearBook']>>;

/** What is still open when the year ends: shown, counted into the closing, and in nobody's way. */
interface Doubts {
  readonly drafts: number;
  readonly waiting: number;
  readonly reviews: readonly { readonly check: string; readonly title: string; readonly total: number }[];
}

/** Khóa sổ, mở sổ: the officer closes the year's book, and the next one begins. */
export function CloseYear({ screen }: ScreenProps): VNode | null {
  const answer = useAnswer(() => readYear(screen), 'year', screen.revision.value);
  if (answer === undefined) return null;
  const { book } = answer.value;
  // A book that cannot be closed yet offers no button that would only refuse.
  const isToCome = book.year > Number(civilToday().slice(0, 4));
  return isToCome ? <OpenYearPage screen={screen} book={book} /> : <CloseYearPage screen={screen} {...answer.value} />;
}

async function readYear(screen: Screen): Promise<{ readonly book: YearBook; readonly doubts: Doubts }> {
  const [book, drafts, groups] = await Promise.all([
    screen.phone.yearBook(),
    screen.phone.drafts(),
    screen.phone.review('', 0),
  ]);
  const { waiting, mending } = screen.sync.peek();
  const reviews = groups.map(({ check, title, total }) => ({ check, title: say(title, language.value), total }));
  return { book, doubts: { drafts: drafts.length, waiting: waiting + mending, reviews } };
}

interface CloseYearPageProps {
  readonly screen: Screen;
  readonly book: YearBook;
  readonly doubts: Doubts;
}

function CloseYearPage({ screen, book, doubts }: CloseYearPageProps): VNode {
  const copy = actWords.value.year;
  const { year } = book;
  const { first, last } = cycleOf(year);
  const left = doubts.reviews.reduce((sum, { total }) => sum + total, 0);
  const act = useAct({
    screen,
    read: () => ({ is: 'closeYear', year, drafts: doubts.drafts, waiting: doubts.waiting, doubts: left }),
    controlOf: () => 'doubtful',
    from: '/year',
    done: copy.done(year),
  });
  return (
    <ActPage screen={screen} title={copy.title(year)} note={copy.cycle(first, last)} act={act} verb={copy.verb(year)}>
      <p>{copy.note}</p>
      {year === last && <p class="box">{copy.cycleEnds(last + 1, last + 5)}</p>}
      <StillOpen doubts={doubts} />
      <Closed screen={screen} book={book} />
    </ActPage>
  );
}

/** The book of a year that has not come: opened by the closing before it. */
function OpenYearPage({ screen, book }: Pick<CloseYearPageProps, 'screen' | 'book'>): VNode {
  const copy = actWords.value.year;
  const { first, last } = cycleOf(book.year);
  return (
    <Page title={copy.isOpen(book.year)} note={copy.cycle(first, last)} onBack={screen.back}>
      <p>{copy.notYet(book.year)}</p>
      <Closed screen={screen} book={book} />
    </Page>
  );
}

function StillOpen({ doubts }: { readonly doubts: Doubts }): VNode {
  const copy = actWords.value.year;
  const count = (number: number): VNode => <span class="count">{spellNumber(number, language.value)}</span>;
  const { drafts, waiting } = doubts;
  const reviews = doubts.reviews.filter(({ total }) => total > 0);
  return (
    <section class="section" id="doubtful">
      <h2>{copy.open}</h2>
      {drafts + waiting + reviews.length === 0 && <p>{copy.nothingOpen}</p>}
      <Ledger>
        {drafts > 0 && <LedgerRow title={copy.drafts} href="/" end={count(drafts)} />}
        {waiting > 0 && <LedgerRow title={copy.waiting} href="/more/device" end={count(waiting)} />}
        {reviews.map(({ check, title, total }) => (
          <LedgerRow key={check} title={title} href={`/review/${encodeURIComponent(check)}`} end={count(total)} />
        ))}
      </Ledger>
    </section>
  );
}

/** The years that were closed: by whom, when, and what stood in them; each can be taken back where one's acts are listed. */
function Closed({ screen, book }: Pick<CloseYearPageProps, 'screen' | 'book'>): VNode | null {
  const copy = actWords.value.year;
  if (book.closed.length === 0) return null;
  return (
    <section class="section">
      <h2>{copy.closed}</h2>
      {book.closed.map((one) => (
        <details key={one.id}>
          <summary>{copy.closedBy(one.year, formatDate(one.date), one.author)}</summary>
          <dl class="facts">
            {closingCounts.map(({ key, label }) => (
              <div key={key}>
                <dt>{say(label, language.value)}</dt>
                <dd>{spellNumber(one.counts[key] ?? 0, language.value)}</dd>
              </div>
            ))}
          </dl>
          <TakeBackClosing screen={screen} id={one.id} year={one.year} />
        </details>
      ))}
    </section>
  );
}
