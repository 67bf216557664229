import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { Screen } from '../../screen.ts';
import { unsavedTables } from './sheet-draft.ts';
import type { SheetAtWork } from './use-sheet.ts';

interface FinishSheetProps {
  readonly screen: Screen;
  readonly work: SheetAtWork;
  /** Address of the sheet. */
  readonly path: string;
}

/** "Xong phiếu này": a sheet with lines that were typed and not saved is not put away without a word. */
export function FinishSheet({ screen, work, path }: FinishSheetProps): VNode {
  const [isAsking, setAsking] = useState(false);
  const copy = eventWords.value.paper;
  const left = unsavedTables(work.sheet);
  const [first] = left;
  const finishing = useOnce(async () => {
    await work.keeper.end();
    screen.say({ text: copy.finished, path: '/' });
    screen.returnTo('/');
  });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsking) box.current?.focus();
  }, [isAsking]);
  if (!isAsking || first === undefined) {
    const press = (): void => (first === undefined ? finishing.run() : setAsking(true));
    return (
      <div>
        <Button label={copy.finish} isQuiet isBusy={finishing.isBusy} onPress={press} />
      </div>
    );
  }
  const show = (): void => {
    setAsking(false);
    screen.go(`${path}?table=${first.number}`);
  };
  const lines = left.reduce((sum, { lines: count }) => sum + count, 0);
  return (
    <div ref={box} class="box box-ask" role="alert" tabIndex={-1}>
      <h2>{copy.unsaved(lines)}</h2>
      <p>{left.map(({ number, lines: count }) => copy.unsavedIn(number, count)).join(' · ')}</p>
      <div class="row-of-buttons">
        <Button label={copy.seeTable(first.number)} onPress={show} />
        <Button label={copy.keepSheet} onPress={() => screen.returnTo('/')} />
        <Button label={copy.dropLines(lines)} isQuiet isBusy={finishing.isBusy} onPress={finishing.run} />
      </div>
    </div>
  );
}
