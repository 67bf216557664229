import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ImportStanding } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { spellMoment } from '../spell-moment.ts';
import { transferWords } from '../words.ts';
import { ProgressLine } from './progress-line.tsx';
import { useProgress } from './use-progress.ts';

interface LastImportProps {
  readonly screen: Screen;
  readonly onUndone?: () => void;
}

/** What is under way, also when it was begun on a page that is gone; else the last import of this device, and its one undo. */
export function LastImportLine({ screen, onUndone }: LastImportProps): VNode | null {
  const progress = useProgress(screen.phone);
  if (progress === undefined) return null;
  if (progress.is !== 'idle') return <ProgressLine progress={progress} />;
  return (
    <>
      <EndedImport screen={screen} {...(onUndone && { onUndone })} />
      <ImportsElsewhere screen={screen} />
    </>
  );
}

function EndedImport({ screen, onUndone }: LastImportProps): VNode | null {
  const { done } = transferWords.value;
  const [undone, setUndone] = useState(0);
  const last = useAnswer(() => screen.phone.lastImport(), 'last', undone)?.value;
  // A small one is taken back before anybody could see it go: what stands now is asked again.
  const undoing = useOnce(async () => {
    await screen.phone.undoImport();
    setUndone((times) => times + 1);
    onUndone?.();
  });
  if (last === undefined) return null;
  const when = spellMoment(last.at);
  if (last.isUndone) {
    const kept = last.kept === 0 ? '' : ` ${done.kept(spell(last.kept))}`;
    return <p class="soft">{`${done.lastUndone(when)}${kept}`}</p>;
  }
  const label = last.back === undefined ? done.undo : done.undoOn;
  return (
    <div>
      <p>{tellUnfinished(last, when) ?? done.last(when, spell(last.written))}</p>
      {last.back === undefined && !last.isWhole && <p class="soft">{done.goOn}</p>}
      <Button label={label} icon="undo" isBusy={undoing.isBusy} onPress={undoing.run} />
    </div>
  );
}

/** The same of other devices' imports, as far as they have come here; each can be undone where it was made. */
function ImportsElsewhere({ screen }: { readonly screen: Screen }): VNode | null {
  const { done } = transferWords.value;
  const others = useAnswer(() => screen.phone.importsElsewhere(), 'elsewhere')?.value ?? [];
  if (others.length === 0) return null;
  const tell = (one: (typeof others)[number]): string => {
    const day = formatDate(one.day);
    if (one.isUndone) return done.lastUndone(day);
    return tellUnfinished(one, day) ?? done.whole(day, spell(one.written));
  };
  return (
    <section>
      <h2>{done.elsewhere}</h2>
      {others.map((one, index) => (
        <p key={index}>{tell(one)}</p>
      ))}
    </section>
  );
}

function tellUnfinished({ written, of, isWhole, back }: ImportStanding, when: string): string | undefined {
  const { done } = transferWords.value;
  if (back !== undefined) return done.backPart(when, spell(back.written), spell(back.of));
  return isWhole ? undefined : done.part(when, spell(written), spell(of));
}

function spell(count: number): string {
  return spellNumber(count, language.value);
}
