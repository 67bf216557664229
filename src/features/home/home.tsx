import type { VNode } from 'preact';
import { TextField } from '../../ui/field/text-field.tsx';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import type { ScreenProps } from '../screen.ts';
import { Drafts } from './drafts.tsx';
import { Found } from './found.tsx';
import { Notices } from './notices.tsx';

/** Search first, it is already focused; then what was left unfinished. */
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
          <Notices screen={screen} />
          <Drafts screen={screen} />
        </>
      )}
    </Page>
  );
}
