import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { spellMoment } from '../../../ui/bar/sync-words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { draftPath } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';

type Line = Awaited<ReturnType<Screen['phone']['sentBack']>>[number];

/** "Mục cần sửa": what the hub refused, why, and what to do: write it anew from its answers, or give it up. */
export function SentBack({ screen }: ScreenProps): VNode | null {
  const answer = useAnswer(() => screen.phone.sentBack(), 'sent-back', screen.sync.value.mending);
  const copy = eventWords.value.sentBack;
  if (answer === undefined) return null;
  return (
    <Page title={words.value.pages.sentBack} note={copy.how} onBack={screen.back}>
      {answer.value.length === 0 ? (
        <p>{copy.none}</p>
      ) : (
        <ul class="ledger">
          {answer.value.map((line) => (
            <SentBackRow key={line.transaction} screen={screen} line={line} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function SentBackRow({ screen, line }: { readonly screen: Screen; readonly line: Line }): VNode {
  const [isAsking, setAsking] = useState(false);
  const copy = eventWords.value.sentBack;
  const title = say(line.label, language.value);
  const mending = useOnce(async () => {
    const opened = await screen.phone.reopenSentBack(line.transaction);
    if (opened === undefined) return;
    const { form, where: household, answers } = opened;
    const kept = { id: crypto.randomUUID(), form, household, page: 0, answers, replaces: line.transaction };
    await screen.phone.saveDraft(kept);
    screen.go(draftPath(kept));
  });
  const dropping = useOnce(async () => {
    await screen.phone.dropSentBack(line.transaction);
    screen.say({ text: copy.dropped, path: '/sent-back' });
  });
  return (
    <li class="change">
      <p>
        <strong>{title}</strong> {line.names.join(', ')}
      </p>
      <p class="small soft">{spellMoment(line.at, Date.now(), words.value)}</p>
      <p>{say(line.why, language.value)}</p>
      {!line.canMend && <p class="soft">{copy.noForm}</p>}
      {isAsking ? (
        <div class="box box-ask" role="alert">
          <p>{copy.sure(title)}</p>
          <div class="row-of-buttons">
            <Button label={copy.dropSurely} isBusy={dropping.isBusy} onPress={dropping.run} />
            <Button label={copy.keep} isQuiet onPress={() => setAsking(false)} />
          </div>
        </div>
      ) : (
        <div class="row-of-buttons">
          {line.canMend && (
            <Button
              label={copy.mend}
              spoken={`${copy.mend}: ${title}`}
              icon="pencil"
              isBusy={mending.isBusy}
              onPress={mending.run}
            />
          )}
          <Button label={copy.drop} spoken={`${copy.drop}: ${title}`} isQuiet onPress={() => setAsking(true)} />
        </div>
      )}
    </li>
  );
}
