import type { VNode } from 'preact';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { AsideDevice } from '../../api.ts';

interface KeptAsideProps {
  /** `undefined` where the hub could not be asked. */
  readonly devices: readonly AsideDevice[] | undefined;
}

/** Told only where there is something: work of phones that were stopped or revoked, which no figure has yet. */
export function KeptAside({ devices }: KeptAsideProps): VNode | null {
  const { aside } = consoleWords(language.value);
  if (devices === undefined) return <p class="soft">{aside.failed}</p>;
  if (devices.length === 0) return null;
  return (
    <section class="section not-printed">
      <h2>{aside.title}</h2>
      <ul>
        {devices.map(({ device, userName, status, ops }) => (
          <li key={device}>
            {aside.line(userName, device, spellNumber(ops, language.value))}{' '}
            <span class="soft">({status === 'frozen' ? aside.frozen : aside.revoked})</span>
          </li>
        ))}
      </ul>
      <p class="soft">{aside.how}</p>
    </section>
  );
}
