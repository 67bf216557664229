import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { method } from '../../../../catalogue/codes/care/method.ts';
import type { Finding } from '../../../../domain/form/check.ts';
import { say } from '../../../../domain/words.ts';
import { Button } from '../../../../ui/button.tsx';
import { useOnce } from '../../../../ui/hook/use-once.ts';
import { language, words } from '../../../../ui/language.ts';
import type { Screen } from '../../../screen.ts';
import { paperWords } from '../paper-words.ts';
import type { LineResult } from '../save-line.ts';
import { readGridCell, saveMethod } from './save-method.ts';

interface GridCellProps {
  readonly screen: Screen;
  readonly household: string;
  readonly woman: string;
  /** "2026-05" */
  readonly month: string;
  readonly today: string;
  /** Printed number that stands there, and the one of the month before; blank for none. */
  readonly code: string;
  readonly before: string;
  readonly onSaved: () => Promise<void>;
}

/** One month of Mục II: another number is a start, a blank where one was is a stop, both from the month's first day. */
export function GridCell(props: GridCellProps): VNode {
  const { month, today, code } = props;
  const [typed, setTyped] = useState<string>();
  const [result, setResult] = useState<LineResult>();
  const label = paperWords.value.monthCell(Number(month.slice(5)), month.slice(0, 4));
  const forget = (): void => {
    setTyped(undefined);
    setResult(undefined);
  };
  const save = async (doubts: readonly Finding[] | undefined): Promise<void> => {
    const told = readGridCell(typed ?? code, props);
    if (told === undefined) return forget();
    if (told === 'unknown') return setResult({ is: 'wrong', faults: [{ field: 'method', text: unknownCode() }] });
    const next = await saveMethod(props, told, doubts);
    setResult(next);
    if (next.is !== 'saved') return;
    forget();
    await props.onSaved();
  };
  const saving = useOnce(() => save(undefined));
  const confirming = useOnce(() => save(result?.is === 'asks' ? result.doubts : []));
  if (month > today.slice(0, 7)) return <span />;
  return (
    <>
      <input
        type="text"
        class="cell"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-invalid={result?.is === 'wrong' ? 'true' : undefined}
        value={typed ?? code}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setResult(undefined);
        }}
        onBlur={() => (typed === undefined || result?.is === 'asks' ? undefined : saving.run())}
      />
      {result !== undefined && <GridAnswer result={result} onYes={confirming.run} onForget={forget} />}
    </>
  );
}

function unknownCode(): string {
  const codes = method.codes.map(({ printed, label }) => `${printed ?? ''} ${say(label, language.value)}`);
  return paperWords.value.unknownMethod(codes.join(', '));
}

interface GridAnswerProps {
  readonly result: LineResult;
  readonly onYes: () => void;
  readonly onForget: () => void;
}

function GridAnswer({ result, onYes, onForget }: GridAnswerProps): VNode | null {
  if (result.is === 'saved') return null;
  if (result.is === 'wrong') {
    return (
      <p class="field-error" role="alert">
        {result.faults.map(({ text }) => text).join('. ')}
      </p>
    );
  }
  return (
    <div role="status">
      {result.doubts.map(({ check, message }) => (
        <p key={check}>{say(message, language.value)}</p>
      ))}
      <Button label={words.value.form.askYes} onPress={onYes} />
      <Button label={paperWords.value.forget} isQuiet onPress={onForget} />
    </div>
  );
}
