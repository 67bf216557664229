import type { VNode } from 'preact';
import { unverifiedWords } from '../../../catalogue/stock/unit.ts';
import { formatDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import type { StorePage } from '../../../register/stock/answers.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { Ordered } from '../papers/ordered.tsx';
import { jobPath } from '../part/paths.ts';
import { stockWords } from '../part/words.ts';
import { ShelfRow } from './shelf-row.tsx';
import { ShelfTables } from './shelf-tables.tsx';
import { storeName } from './stores.tsx';
import { Coming, Going, Twice } from './transit.tsx';

/** A store: what is on its way, what is there against its minimum and maximum, and what can be done. */
export function Store({ screen, params }: ScreenProps): VNode | null {
  const id = params.store ?? '';
  const answer = useAnswer(() => screen.phone.store(id), id, screen.revision.value);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const store = answer.value;
  if (store === undefined) return <MissingScreen title={copy.missing} />;
  return (
    <Page title={copy.title} note={storeName(store)} onBack={screen.back}>
      {isPartialDate(store.point?.until ?? '') && <p>{copy.closedOn(formatDate(store.point?.until ?? ''))}</p>}
      <Coming screen={screen} lines={store.coming} />
      <Twice lines={store.twice} store={store.id} />
      <section class="section">
        <h2>{copy.shelves}</h2>
        {store.shelves.length === 0 && <p>{copy.empty}</p>}
        <ul class="ledger">
          {store.shelves.map((shelf) => (
            <ShelfRow key={`${shelf.product} ${shelf.channel}`} shelf={shelf} />
          ))}
        </ul>
      </section>
      <Ordered lines={store.ordered.filter(({ left }) => left > 0)} />
      <Jobs screen={screen} store={store} />
      <Going screen={screen} lines={store.going} />
      {store.shelves.length > 0 && <ShelfTables shelves={store.shelves} />}
      <p class="small soft">{say(unverifiedWords, language.value)}</p>
    </Page>
  );
}

function Jobs({ screen, store }: { readonly screen: Screen; readonly store: StorePage }): VNode {
  const copy = stockWords.value;
  const isOffice = screen.who.role !== 'collaborator';
  const [isOpen, isOfVillage] = [!store.point?.until, store.level === 'collaborator'];
  const jobs = [
    ['give', copy.jobGive, isOpen],
    ['receipt', copy.jobReceipt, isOpen],
    ['issue', issueWord(store), !isOfVillage && isOffice && isOpen],
    ['pass_on', copy.jobPassOn, isOfVillage && isOffice],
    ['return_out', copy.jobReturn, true],
    ['loss', copy.jobLoss, true],
    ['adjust', copy.jobAdjust, isOffice],
    ['count', copy.jobCount, true],
    ['order', copy.jobOrder, isOpen],
    ['money', copy.jobMoney, store.shelves.some(({ channel }) => channel === 'social')],
    ['report', copy.jobReport, isOffice],
    ['point', copy.jobPoint, store.point !== undefined && isOffice],
  ] as const;
  return (
    <nav class="section" aria-label={copy.jobs}>
      <h2>{copy.jobs}</h2>
      <div class="row-of-buttons">
        {jobs
          .filter(([, , isOffered]) => isOffered)
          .map(([job, label]) => (
            <a key={job} class="button" href={jobPath(store.id, job)}>
              {label}
            </a>
          ))}
      </div>
    </nav>
  );
}

/** To collaborators, and to points where there are any. */
export function issueWord({ points }: Pick<StorePage, 'points'>): string {
  const copy = stockWords.value;
  return points.length === 0 ? copy.jobIssue : copy.jobIssueAny;
}
