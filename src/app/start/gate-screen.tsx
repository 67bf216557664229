import type { VNode } from 'preact';
import { words } from '../../ui/language.ts';
import { PlainScreen } from '../../ui/page/plain-screen.tsx';
import { type GateAnswer, intentLink } from './browser-gate.ts';

/** What a newer browser would not mend. */
const inSettings: readonly string[] = ['secure', 'storage'];

interface GateScreenProps {
  readonly answer: Exclude<GateAnswer, { is: 'open' }>;
  /** Travels on to Chrome, so that it need not be scanned again. */
  readonly code: string;
}

/** Before activation: what this browser lacks and what to do about it. */
export function GateScreen({ answer, code }: GateScreenProps): VNode {
  const { gate } = words.value;
  if (answer.is === 'in_app') {
    return (
      <PlainScreen
        title={gate.inApp}
        text={gate.inAppHow}
        action={
          <a class="button button-main" href={intentLink(new URL(window.location.href), code)}>
            {gate.openChrome}
          </a>
        }
      />
    );
  }
  return (
    <PlainScreen title={gate.title} text={gate.lacks}>
      <ul class="ledger">
        {answer.lacks.map((ability) => (
          <li key={ability}>{gate.ability[ability]}</li>
        ))}
      </ul>
      <p>{answer.lacks.every((ability) => inSettings.includes(ability)) ? gate.howSettings : gate.how}</p>
    </PlainScreen>
  );
}
