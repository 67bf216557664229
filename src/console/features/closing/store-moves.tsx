import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FrozenMoves } from '../../../domain/figure/closing/closing.ts';
import { say } from '../../../domain/words.ts';
import { language } from '../../../ui/language.ts';
import { MoveList } from '../../../ui/report/stores/frozen-moves.tsx';
import { closingWords } from '../../../ui/words/closing-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';

/** What an opened number of a frozen report of stores was added up from. */
export function StoreMoves({ found }: { readonly found: FrozenMoves }): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section class="section" aria-labelledby="moves-title">
      <h2 id="moves-title" ref={heading} tabIndex={-1}>
        {say(found.label, language.value)}
      </h2>
      {found.earlier > 0 && (
        <p class="soft">{closingWords.value.moves.notShown(spellNumber(found.earlier, language.value))}</p>
      )}
      <MoveList found={found} />
    </section>
  );
}
