import type { VNode } from 'preact';
import { say } from '../../../domain/words.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { spellMoment } from '../../../ui/bar/sync-words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { taskPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { rightNow } from '../../../ui/words/today.ts';
import { type Screen, undoAll } from '../../screen.ts';

type Disagreement = Awaited<ReturnType<Screen['phone']['disagreements']>>[number];
type DisputedValue = Disagreement['values'][number];

interface DisagreementsProps {
  readonly screen: Screen;
  /** Ids, with the name of whom each is about where the page is about several. */
  readonly records: readonly { readonly id: string; readonly name: string }[];
  readonly household: string;
  /** Address of the page. */
  readonly path: string;
  readonly eyes?: 'page' | 'panel';
}

/** What two people wrote differently is never silent and blocks nothing: both words, whose and when, and a way to end it. */
export function Disagreements({ screen, records, household, path, eyes = 'page' }: DisagreementsProps): VNode | null {
  const ids = records.map(({ id }) => id);
  const found = useLatest(() => screen.phone.disagreements(ids, eyes), ids.join(), screen.revision.value);
  if (found === undefined || found.length === 0) return null;
  return (
    <>
      {found.map((one) => (
        <DisagreementBox
          key={`${one.record} ${one.field}`}
          screen={screen}
          disagreement={one}
          name={records.find(({ id }) => id === one.record)?.name ?? ''}
          household={household}
          path={path}
        />
      ))}
    </>
  );
}

interface BoxProps {
  readonly screen: Screen;
  readonly disagreement: Disagreement;
  readonly name: string;
  readonly household: string;
  readonly path: string;
}

function DisagreementBox({ screen, disagreement, name, household, path }: BoxProps): VNode {
  const copy = livesWords.value.disagree;
  const { record, field, label, values } = disagreement;
  const take = async (op: string): Promise<void> => {
    const { transaction } = await screen.phone.settleDisagreement(record, field, op);
    screen.say({ text: words.value.bar.saved, path, undo: () => undoAll(screen, [transaction], path) });
  };
  const what = say(label, language.value);
  return (
    <section class="box" aria-label={`${copy.title}: ${what}`}>
      <StateMark word={{ tone: 'waiting', icon: 'mend', text: copy.title }} />
      <p>
        <strong>{name === '' ? what : `${name} · ${what}`}</strong>
      </p>
      <ul class="plain">
        {values.map((value) => (
          <li key={value.op}>
            {say(value.words, language.value)}{' '}
            <span class="small soft">{livesWords.value.changes.written(nameOf(value), wordMoment(value))}</span>
          </li>
        ))}
      </ul>
      <div class="row-of-buttons">
        {values.map((value) => (
          <TakeButton key={value.op} value={value} take={() => take(value.op)} />
        ))}
        <Button label={copy.ask} isQuiet onPress={() => screen.go(taskPath(household, 'visit', ''))} />
      </div>
    </section>
  );
}

interface TakeButtonProps {
  readonly value: DisputedValue;
  readonly take: () => Promise<void>;
}

function TakeButton({ value, take }: TakeButtonProps): VNode {
  const copy = livesWords.value.disagree;
  const taking = useOnce(take);
  const label = value.isMine ? copy.takeMine : copy.take(nameOf(value));
  const spoken = `${label}: ${say(value.words, language.value)}`;
  return <Button label={label} spoken={spoken} isBusy={taking.isBusy} onPress={taking.run} />;
}

function nameOf({ author, isMine }: DisputedValue): string {
  const copy = livesWords.value.disagree;
  if (isMine) return copy.me;
  return author === '' ? livesWords.value.changes.someone : author;
}

function wordMoment({ at }: DisputedValue): string {
  return spellMoment(at, rightNow(), words.value);
}
