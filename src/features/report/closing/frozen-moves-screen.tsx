import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { MoveList } from '../../../ui/report/stores/frozen-moves.tsx';
import { closingWords } from '../../../ui/words/closing-words.ts';
import { namePeriod } from '../../../ui/words/period-steps.ts';
import { reportWords } from '../../../ui/words/report-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ScreenProps } from '../../screen.ts';
import { readHanded } from './handed-report.ts';

/** Lines that are drawn at once; the others come when they are asked for. */
const shownMoves = 40;

/** What a number of a frozen report of stores was added up from. */
export function FrozenMovesScreen({ screen, params }: ScreenProps): VNode | null {
  const { version = '', row = '' } = params;
  const [isWhole, setWhole] = useState(false);
  const answer = useAnswer(
    () => screen.phone.frozenMoves(version, row, isWhole ? undefined : shownMoves),
    `${version} ${row}`,
    screen.revision.value * 2 + Number(isWhole),
  );
  const reported = readHanded(params);
  if (answer === undefined) return null;
  const copy = closingWords.value;
  const found = answer.value;
  if (found === undefined || reported === undefined) return <MissingScreen title={copy.link} />;
  return (
    <Page
      title={say(found.label, language.value)}
      note={`${reported.form} · ${namePeriod(reported.period, reportWords.value.period)}`}
      onBack={screen.back}
    >
      {found.earlier > 0 && (
        <Button
          label={copy.moves.earlier(spellNumber(found.earlier, language.value))}
          isQuiet
          onPress={() => setWhole(true)}
        />
      )}
      <MoveList found={found} />
    </Page>
  );
}
