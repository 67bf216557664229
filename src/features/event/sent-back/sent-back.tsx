import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { spellMoment } from '../../../ui/bar/sync-words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { householdPath, personPath } from '../../../ui/lives/paths.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { rightNow } from '../../../ui/words/today.ts';
import { draftPath } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';

type Outbox = Awaited<ReturnType<Screen['phone']['outbox']>>;
type Line = Outbox['mending'][number];

/**
 * "Mục chờ gửi": what the hub refused, why, and what to do: write it anew from its answers, or give it up; below it what the
 * hub has not judged yet.
 */
export function SentBack({ screen }: ScreenProps): VNode | null {
  const { waiting, mending, why } = screen.sync.value;
  const outbox = useLatest(() => screen.phone.outbox(), `${waiting} ${mending}`);
  const copy = eventWords.value.sentBack;
  if (outbox === undefined) return null;
  return (
    <Page title={words.value.pages.sentBack} onBack={screen.back}>
      {outbox.mending.length > 0 && (
        <section class="section">
          <h2>{words.value.household.mending}</h2>
          <p class="soft">{copy.how}</p>
          <ul class="ledger">
            {outbox.mending.map((line) => (
              <SentBackRow key={line.transaction} screen={screen} line={line} />
            ))}
          </ul>
        </section>
      )}
      {outbox.waiting.length > 0 && <WaitingRows outbox={outbox} />}
      {why === 'damaged' && <p class="box box-ask">{words.value.bar.trouble.damaged}</p>}
      {outbox.mending.length + outbox.waiting.length === 0 && why !== 'damaged' && <p>{copy.none}</p>}
      <DisputedRows screen={screen} />
    </Page>
  );
}

/** What two people wrote differently: it blocks nothing, and is settled on the page of whom it is about. */
function DisputedRows({ screen }: Pick<ScreenProps, 'screen'>): VNode | null {
  const found = useLatest(() => screen.phone.disputed(), 'disputed', screen.revision.value);
  if (found === undefined || found.length === 0) return null;
  return (
    <section class="section">
      <h2>{livesWords.value.disagree.title}</h2>
      <Ledger>
        {found.map(({ record, kind, name, householdNumber, labels }) => (
          <LedgerRow
            key={record}
            title={name === '' ? words.value.household.title(householdNumber) : name}
            note={labels.map((label) => say(label, language.value)).join(', ')}
            href={kind === 'household' ? householdPath(record) : personPath(record)}
          />
        ))}
      </Ledger>
    </section>
  );
}

function WaitingRows({ outbox: { waiting, more } }: { readonly outbox: Outbox }): VNode {
  const copy = eventWords.value.sentBack;
  return (
    <section class="section">
      <h2>{words.value.household.waiting}</h2>
      <p class="soft">{copy.waitingHow}</p>
      <Ledger>
        {waiting.map((line) => (
          <LedgerRow
            key={line.transaction}
            title={say(line.label, language.value)}
            note={[...whoseOf(line), spellMoment(line.at, rightNow(), words.value)].join(' · ')}
            {...(line.day !== '' && { href: `/today?day=${line.day}` })}
          />
        ))}
      </Ledger>
      {more > 0 && <p>{copy.more(spellNumber(more, language.value))}</p>}
    </section>
  );
}

/** Whom it is about, by name while they are few; the household where it names nobody. */
function whoseOf({ names, householdNumber }: Pick<Line, 'names' | 'householdNumber'>): readonly string[] {
  if (names.length > fewNames) return [eventWords.value.today.many(names.length)];
  if (names.length > 0) return names;
  return householdNumber === '' ? [] : [words.value.household.household(householdNumber)];
}

const fewNames = 6;

function SentBackRow({ screen, line }: { readonly screen: Screen; readonly line: Line }): VNode {
  const [isAsking, setAsking] = useState(false);
  const [isClosed, setClosed] = useState(!line.canMend);
  const copy = eventWords.value.sentBack;
  const title = say(line.label, language.value);
  const mending = useOnce(async () => {
    const opened = await screen.phone.reopenSentBack(line.transaction);
    if (opened === undefined) return setClosed(true);
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
        <strong>{title}</strong> {whoseOf(line).join(', ')}
      </p>
      <p class="small soft">{spellMoment(line.at, Date.now(), words.value)}</p>
      <p>{say(line.why, language.value)}</p>
      {line.told.length > 0 && (
        <ul class="plain">
          {line.told.map(({ label, value }) => (
            <li key={`${label.vi} ${value.vi}`}>{`${say(label, language.value)}: ${say(value, language.value)}`}</li>
          ))}
        </ul>
      )}
      {isClosed && <p class="soft">{line.isAway ? copy.away : copy.noForm}</p>}
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
          {!isClosed && (
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
