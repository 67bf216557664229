import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * What the worker answers, asked again when `about` or `revision` changes. The last answer stays until the next one is
 * there; an answer that was overtaken is dropped. A bug in the worker is thrown here, at the screen's error boundary.
 * @param ask told whether it is the same question again, the book having changed
 * @param first what was answered already, before this was drawn: it is not asked again
 */
export function useLatest<Answer>(
  ask: (goesOn: boolean) => Promise<Answer>,
  about: string,
  revision = 0,
  first?: Answer,
): Answer | undefined {
  const [answer, setAnswer] = useState(first);
  const isKnown = useRef(first !== undefined);
  const asked = useRef<string | undefined>(undefined);
  const [fault, setFault] = useState<{ readonly cause: unknown }>();
  // The worker is asked before the page is painted, not behind that: the two work side by side.
  useLayoutEffect(() => {
    const goesOn = asked.current === about;
    asked.current = about;
    if (isKnown.current) {
      isKnown.current = false;
      return;
    }
    let isCurrent = true;
    ask(goesOn).then(
      (next) => isCurrent && setAnswer(() => next),
      (cause: unknown) => isCurrent && setFault({ cause }),
    );
    return () => {
      isCurrent = false;
    };
  }, [about, revision]);
  if (fault) throw fault.cause;
  return answer;
}
