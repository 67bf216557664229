import type { VNode } from 'preact';
import type { FigurePart } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';

interface MadeOfProps {
  readonly parts: readonly FigurePart[];
  readonly onOpen: (row: string, isSinceNewYear: boolean) => void;
}

/** The numbers that one is put together from: each opens its own cases. */
export function MadeOf({ parts, onOpen }: MadeOfProps): VNode {
  return (
    <>
      <p class="soft">{consoleWords(language.value).cases.madeOf}</p>
      <div class="row-of-buttons">
        {parts.map(({ key, label, isSinceNewYear }) => (
          <Button key={key} label={say(label, language.value)} onPress={() => onOpen(key, isSinceNewYear)} />
        ))}
      </div>
    </>
  );
}
