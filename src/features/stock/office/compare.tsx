import type { VNode } from 'preact';
import { unverifiedWords } from '../../../catalogue/stock/unit.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Icon } from '../../../ui/icon.tsx';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { ScreenProps } from '../../screen.ts';
import { comparePath } from '../part/paths.ts';
import { productWord, spellTenth, stockWords } from '../part/words.ts';
import { MonthSteps, monthAsked } from './month-steps.tsx';

/** Users of what we supply times their usual need, beside what was given: villages whose book or card is to be looked at. */
export function Compare({ screen, query }: ScreenProps): VNode | null {
  const month = monthAsked(query);
  const answer = useAnswer(() => screen.phone.stockCompared(month), month, screen.revision.value);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const { compareColumns: heads } = copy;
  return (
    <Page title={copy.compare} note={copy.reportOf(month.slice(5), month.slice(0, 4))} onBack={screen.back}>
      <MonthSteps screen={screen} month={month} path={comparePath} />
      <p class="soft">{copy.compareNote}</p>
      {answer.value.length === 0 && <p>{copy.reportEmpty}</p>}
      <ul class="ledger">
        {answer.value.map(({ village, product, users, needed, given, ratio, isOdd }) => (
          <li key={`${village} ${product}`} class="shelf">
            <strong>
              {village} · {productWord(product)}
            </strong>
            <span>
              {heads.users} {users} · {heads.needed} {spellTenth(needed)} · {heads.given} {spellTenth(given)} ·{' '}
              {heads.ratio} {spellTenth(ratio)}
            </span>
            {isOdd && (
              <span class="shelf-status shelf-low">
                <Icon name="mend" /> {copy.look}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p class="small soft">{say(unverifiedWords, language.value)}</p>
    </Page>
  );
}
