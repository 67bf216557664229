import type { VNode } from 'preact';
import { consoleWords } from '../../../i18n/console-words.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ConsoleApi } from '../../api.ts';
import { useReply } from '../../use-reply.ts';

interface KeptAsideProps {
  readonly api: Pick<ConsoleApi, 'aside'>;
  readonly book: string;
  readonly onEnded: () => void;
}

/** Told only where there is something: work of phones that were stopped or revoked, which no figure has yet. */
export function KeptAside({ api, book, onEnded }: KeptAsideProps): VNode | null {
  const { aside } = consoleWords(language.value);
  const answer = useReply(book, () => api.aside(book), onEnded);
  if (answer.is === 'failed') return <p class="soft">{aside.failed}</p>;
  if (answer.is !== 'ready' || answer.value.devices.length === 0) return null;
  return (
    <section class="section not-printed">
      <h2>{aside.title}</h2>
      <ul>
        {answer.value.devices.map(({ device, userName, status, ops }) => (
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
