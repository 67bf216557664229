import type { VNode } from 'preact';
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
        <a class="button" href="/stock">
          <Icon name="box" />
          <span>{words.value.pages.stock}</span>
        </a>
        {!isOffice && (
          <a class="button" href="/slips">
            <Icon name="sheet" />
            <span>{words.value.pages.slips}</span>
          </a>
        )}
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
      <p class="small">
        <a class="line-link" href="/more/device">
          {words.value.device.title}
        </a>
      </p>
    </nav>
  );
}
