import type { ComponentChildren, VNode } from 'preact';
import { consoleWords } from '../i18n/console-words.ts';
import { StateMark } from '../ui/bar/state-word.tsx';
import { Button } from '../ui/button.tsx';
import { language } from '../ui/language.ts';
import type { ApiFailure } from './api.ts';
import type { Answer } from './use-reply.ts';

/** What went wrong, in words that say what to do. No network is grey and calm; the rest is marked. */
export function FailureBox(props: { readonly failure: ApiFailure; readonly onAgain: () => void }): VNode {
  const words = consoleWords(language.value);
  const isOffline = props.failure === 'offline';
  const text = props.failure === 'ended' ? words.signIn.ended : words.failure[props.failure];
  return (
    <div class="box" role="alert">
      <StateMark word={{ tone: isOffline ? 'offline' : 'back', icon: isOffline ? 'offline' : 'mend', text }} />
      <div>
        <Button label={words.app.tryAgain} onPress={props.onAgain} />
      </div>
    </div>
  );
}

interface LoadedProps<Value> {
  readonly answer: Answer<Value>;
  /** What is being loaded, in words. */
  readonly loading: string;
  readonly children: (ready: Extract<Answer<Value>, { readonly is: 'ready' }>) => ComponentChildren;
}

export function Loaded<Value>(props: LoadedProps<Value>): VNode {
  const { answer } = props;
  if (answer.is === 'loading') {
    return (
      <p role="status" class="soft">
        {props.loading}
      </p>
    );
  }
  if (answer.is === 'failed') return <FailureBox failure={answer.failure} onAgain={answer.again} />;
  return <>{props.children(answer)}</>;
}
