import type { VNode } from 'preact';
import { TextField } from '../../ui/field/text-field.tsx';
import { painted } from '../../ui/hook/painted.ts';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../screen.ts';
import { BigJobs } from './big-jobs.tsx';
import { Found } from './found.tsx';
import { BackupNotice, InstallNotice, UpdateNotice } from './notices.tsx';
import { TasksComing } from './tasks-coming.tsx';

/** Search first, it is already focused; then what was left unfinished, what is to be done, and the big jobs. */
export function Home({ screen }: ScreenProps): VNode {
  const sought = screen.sought.value;
  const { home } = words.value;
  const isSearching = sought.trim() !== '';
  return (
    <Page title={home.title} takesFocus={false}>
      <TextField
        id="search"
        label={home.search}
        look="search"
        value={sought}
        isFocused
        onValue={(text) => {
          screen.sought.value = text;
        }}
      />
      {isSearching ? (
        <Found screen={screen} sought={sought} />
      ) : (
        <>
          {screen.practice.isOn && (
            <a class="line-link" href="/guide">
              {words.value.pages.guide}
            </a>
          )}
          <UpdateNotice screen={screen} />
          <BackupNotice screen={screen} />
          <Work screen={screen} />
          <BigJobs screen={screen} />
          <InstallNotice screen={screen} />
        </>
      )}
    </Page>
  );
}

/** Whoever opens the book to look somebody up has found her by then: until then nothing competes with the search. */
const firstSearch = 900;

/** Its own file, with the catalogue of forms: fetched when the search stands, and has had its turn. */
function Work({ screen }: { readonly screen: Screen }): VNode {
  const work = useLatest(async () => {
    await painted(window);
    await new Promise((resolve) => setTimeout(resolve, firstSearch));
    // Where it did not come, the network having gone before the app was whole here, the search still works.
    return import('./work.tsx').catch(() => undefined);
  }, 'work');
  return work === undefined ? <TasksComing /> : <work.Work screen={screen} />;
}
