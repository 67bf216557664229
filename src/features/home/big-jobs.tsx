import type { VNode } from 'preact';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { words } from '../../ui/language.ts';
import { livesWords } from '../../ui/words/lives-words.ts';
import type { Screen } from '../screen.ts';

/** The big jobs, one tap away; reports and checks are the officer's. */
export function BigJobs({ screen }: { readonly screen: Screen }): VNode {
  const copy = livesWords.value.home;
  const isOffice = screen.who.role !== 'collaborator';
  return (
    <nav class="section" aria-label={copy.jobs}>
      <h2>{copy.jobs}</h2>
      <div class="row-of-buttons">
        <a class="button" href="/book">
          <Icon name="book" />
          <span>{copy.book}</span>
        </a>
        <a class="button" href="/visit">
          <Icon name="door" />
          <span>{copy.visit}</span>
        </a>
        {isOffice && (
          <a class="button" href="/report">
            <Icon name="report" />
            <span>{copy.report}</span>
          </a>
        )}
        {isOffice && (
          <a class="button" href="/review">
            <Icon name="check" />
            <span>{copy.review}</span>
          </a>
        )}
      </div>
      <p class="small">
        <a class="line-link" href="/today">
          {words.value.pages.today}
        </a>
      </p>
      <WaitingLine screen={screen} />
    </nav>
  );
}

/** "2 mục chờ gửi · lần cuối 14:05": leads to the state of the device. */
function WaitingLine({ screen }: { readonly screen: Screen }): VNode | null {
  const copy = livesWords.value.home;
  const { waiting, sentAt } = screen.sync.value;
  if (waiting === 0 && sentAt === null) return null;
  const last = sentAt === null ? '' : spellMoment(sentAt, Date.now(), words.value);
  const text =
    waiting === 0 ? copy.allSent(last) : last === '' ? copy.waitingFirst(waiting) : copy.waiting(waiting, last);
  return (
    <p class="small">
      <a class="line-link" href="/more/device">
        {text}
      </a>
    </p>
  );
}
