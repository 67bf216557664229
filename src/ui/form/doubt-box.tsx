import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Finding } from '../../domain/form/check.ts';
import { say } from '../../domain/words.ts';
import { Button } from '../button.tsx';
import { language, words } from '../language.ts';

interface DoubtBoxProps {
  readonly doubts: readonly Finding[];
  readonly onYes: () => void;
  readonly onMend: () => void;
}

/** Something odd is a question with two answers, never a refusal. */
export function DoubtBox(props: DoubtBoxProps): VNode | null {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (props.doubts.length > 0) box.current?.focus();
  }, [props.doubts]);
  if (props.doubts.length === 0) return null;
  const { form } = words.value;
  return (
    <div ref={box} class="box box-ask" role="alert" tabIndex={-1}>
      <h2>{form.ask}</h2>
      {props.doubts.map((doubt) => (
        <p key={`${doubt.check} ${doubt.message.vi}`}>{say(doubt.message, language.value)}</p>
      ))}
      <div class="row-of-buttons">
        <Button label={form.askYes} onPress={props.onYes} />
        <Button label={form.askMend} onPress={props.onMend} />
      </div>
    </div>
  );
}
