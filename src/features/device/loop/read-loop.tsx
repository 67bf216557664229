import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Gathered, Gathering } from '../../../formats/loop/gathering.ts';
import { Button } from '../../../ui/button.tsx';
import { Camera, type CameraFault } from '../../../ui/form/code/camera.tsx';
import { openReader, type ReadCode } from '../../../ui/form/code/read-code.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import { roadWords } from '../words.ts';
import { loopWords } from './loop-words.ts';

interface ReadLoopProps {
  readonly gathering: Gathering;
  readonly onWhole: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  readonly onStop: () => void;
}

interface Counted {
  readonly have: number;
  readonly of: number;
}

/** The camera until all frames of a loop were seen; what keeps it from that is said, and the file road stands below. */
export function ReadLoop({ gathering, onWhole, onStop }: ReadLoopProps): VNode {
  const copy = loopWords.value;
  const [reader, setReader] = useState<{ readonly read: ReadCode }>();
  const [fault, setFault] = useState<CameraFault | 'noReader'>();
  const [counted, setCounted] = useState<Counted>();
  const [trouble, setTrouble] = useState<'strange' | 'newer' | 'damaged' | 'broken'>();
  useEffect(() => {
    openReader().then(
      (read) => setReader({ read }),
      () => setFault('noReader'),
    );
  }, []);
  const tell = (seen: Gathered): void => {
    if (seen.is === 'part') setCounted({ have: seen.have, of: seen.of });
    if (seen.is === 'broken') setCounted(undefined);
    setTrouble(seen.is === 'part' || seen.is === 'whole' ? undefined : seen.is);
  };
  const look = async (picture: ImageData): Promise<void> => {
    const text = await reader?.read(picture);
    if (text === undefined) return;
    const seen = gathering.take(text);
    tell(seen);
    if (seen.is === 'whole') await onWhole(seen.bytes);
  };
  return (
    <Page title={copy.readingTitle} action={<Button label={copy.stop} isMain onPress={onStop} />}>
      {fault === undefined ? (
        reader && <Camera label={copy.camera} onPicture={look} onFault={setFault} />
      ) : (
        <InTheWay fault={fault} onAgain={() => setFault(undefined)} />
      )}
      {counted === undefined ? fault === undefined && <p>{copy.aim}</p> : <Progress {...counted} />}
      <p role="status">{trouble && copy[trouble]}</p>
    </Page>
  );
}

function Progress({ have, of }: Counted): VNode {
  const count = (number: number): string => spellNumber(number, language.value);
  return (
    <div>
      <label for="loop-progress">{loopWords.value.progress(count(have), count(of))}</label>
      <progress id="loop-progress" class="progress" max={of} value={have} />
    </div>
  );
}

interface InTheWayProps {
  readonly fault: CameraFault | 'noReader';
  readonly onAgain: () => void;
}

function InTheWay({ fault, onAgain }: InTheWayProps): VNode {
  const copy = loopWords.value;
  return (
    <>
      <p role="alert">{fault === 'noReader' ? copy.noReader : copy.fault[fault]}</p>
      {fault !== 'noReader' && (
        <div class="row-of-buttons">
          <Button label={copy.readAgain} onPress={onAgain} />
        </div>
      )}
      <Ledger>
        <LedgerRow title={roadWords.value.title} href="/more/by-file" />
      </Ledger>
    </>
  );
}
