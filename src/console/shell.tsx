import type { VNode } from 'preact';
import { useEffect, useErrorBoundary } from 'preact/hooks';
import { consoleWords } from '../i18n/console-words.ts';
import { passwordCharacters } from '../sync/console-api.ts';
import { Button } from '../ui/button.tsx';
import { language } from '../ui/language.ts';
import type { ConsoleApi } from './api.ts';
import { Desk } from './desk/desk.tsx';
import { NewPasswordPage } from './features/sign-in/new-password-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { FailureBox } from './loaded.tsx';
import { watchIdle } from './session/idle.ts';
import type { Session, SessionKeeper } from './session/session.ts';
import { chooseLanguage } from './spoken.ts';

interface ShellProps {
  readonly api: ConsoleApi;
  readonly keeper: SessionKeeper;
}

export function Shell(props: ShellProps): VNode {
  const session = props.keeper.state.value;
  return (
    <div class="app console">
      <TopBar session={session} onSignOut={() => props.keeper.leave('left')} />
      <main id="content" tabIndex={-1}>
        <div class="console-page">
          <Guarded key={session.is} {...props} session={session} />
        </div>
      </main>
    </div>
  );
}

interface TopBarProps {
  readonly session: Session;
  readonly onSignOut: () => void;
}

function TopBar({ session, onSignOut }: TopBarProps): VNode {
  const words = consoleWords(language.value);
  const other = language.value === 'vi' ? 'en' : 'vi';
  return (
    <header class="bar-top">
      <a class="skip" href="#content">
        {words.app.skip}
      </a>
      <span class="bar-place">
        {words.app.name}
        {session.is === 'open' && <span class="bar-user">{session.userName}</span>}
      </span>
      <div class="row-of-buttons bar-actions">
        <span lang={other}>
          <Button label={words.app.otherLanguage} icon="language" isQuiet onPress={() => chooseLanguage(other)} />
        </span>
        {session.is === 'open' && <Button label={words.app.signOut} icon="lock" isQuiet onPress={onSignOut} />}
      </div>
    </header>
  );
}

interface PlaceProps extends ShellProps {
  readonly session: Session;
}

/** The route's door for bugs: what throws while drawing is shown in words, never a white page. */
function Guarded(props: PlaceProps): VNode {
  const words = consoleWords(language.value);
  const [error] = useErrorBoundary();
  if (error === undefined) return <Place {...props} />;
  return (
    <div class="box box-wrong" role="alert">
      <h1>{words.app.broken}</h1>
      <p>{words.app.brokenHow}</p>
      <div>
        <Button label={words.app.reload} onPress={() => location.reload()} />
      </div>
    </div>
  );
}

function Place({ api, keeper, session }: PlaceProps): VNode {
  const words = consoleWords(language.value);
  useEffect(() => {
    if (session.is !== 'open') document.title = words.app.name;
  }, [session.is, words]);
  switch (session.is) {
    case 'opening':
      return <p role="status">{words.app.opening}</p>;
    case 'failed':
      return <FailureBox failure={session.failure} onAgain={keeper.open} />;
    case 'out':
      return <SignInPage key={session.why} why={session.why} onSignIn={keeper.signIn} />;
    case 'change_password':
      return (
        <NewPasswordPage
          name={session.name}
          given={session.given}
          fewest={passwordCharacters.fewest}
          onChange={keeper.changePassword}
        />
      );
    case 'open':
      return <OpenDesk api={api} keeper={keeper} communes={session.communes} />;
  }
}

function OpenDesk(props: ShellProps & { readonly communes: Extract<Session, { is: 'open' }>['communes'] }): VNode {
  const { keeper } = props;
  useEffect(() => watchIdle({ onIdle: () => keeper.leave('idle'), onStir: () => keeper.stir() }), [keeper]);
  return <Desk api={props.api} communes={props.communes} onEnded={() => keeper.leave('ended')} />;
}
