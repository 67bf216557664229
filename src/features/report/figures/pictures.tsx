import type { VNode } from 'preact';
import type { ScreenProps } from '../../screen.ts';
import { FigurePage } from './figure-page.tsx';
import { AgePyramid } from './picture/age-pyramid.tsx';
import { BirthsByMonth } from './picture/births-by-month.tsx';
import { Coverage } from './picture/coverage.tsx';
import { MethodMix } from './picture/method-mix.tsx';
import { SexRatio } from './picture/sex-ratio.tsx';
import { UsersByMonth } from './picture/users-by-month.tsx';
import { reportedOf } from './reported.ts';
import { figuresWords, periodWord } from './words.ts';

/** Figures as pictures, each with its table beneath: read aloud, printed, copied. */
export function Pictures({ screen, params }: ScreenProps): VNode {
  const reported = reportedOf(params.period);
  const { period } = reported;
  const copy = figuresWords.value;
  const about = { screen, period };
  return (
    <div class="sheet sheet-tall">
      <FigurePage screen={screen} view="pictures" reported={reported} title={copy.picturesOf(periodWord(period.text))}>
        <AgePyramid {...about} />
        <BirthsByMonth {...about} />
        <SexRatio {...about} />
        <UsersByMonth {...about} />
        <MethodMix {...about} />
        <Coverage {...about} />
      </FigurePage>
    </div>
  );
}
