import type { VNode } from 'preact';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { ScreenProps } from '../../screen.ts';
import { KeeperState, keeperName, villagesOf } from './keeper-state.tsx';
import { MonthSteps } from './month-steps.tsx';
import { hereOf, meetingPath, monthOf, slipPath, slipsPath } from './months.ts';
import { OneSlip } from './slip.tsx';
import { meetingWords, monthWord } from './words.ts';

/** A collaborator's own slip; at the office everybody's, in the order of the villages. */
export function Slips({ screen, params }: ScreenProps): VNode | null {
  const month = monthOf(params.month);
  const answer = useAnswer(() => screen.phone.slipKeepers(month), month, screen.revision.value);
  if (answer === undefined) return null;
  const copy = meetingWords.value;
  const [own] = answer.value;
  if (screen.who.role === 'collaborator' && own !== undefined)
    return <OneSlip key={month} screen={screen} month={month} keeper={own} path={hereOf(slipsPath, params.month)} />;
  return (
    <Page title={copy.slipOf(monthWord(month))} note={screen.who.communeName} onBack={screen.back}>
      <MonthSteps month={month} onMonth={(next) => screen.go(slipsPath(next))} />
      {screen.who.role === 'officer' && (
        <p class="not-printed">
          <a class="button" href={meetingPath(month)}>
            <span>{copy.title}</span>
          </a>
        </p>
      )}
      {answer.value.length === 0 && <p>{copy.noVillages}</p>}
      <Ledger>
        {answer.value.map((keeper) => (
          <LedgerRow
            key={keeper.id}
            title={keeperName(keeper)}
            note={`${villagesOf(keeper)} · ${copy.lines(keeper.linesNow)}`}
            href={slipPath(month, keeper.id)}
            end={<KeeperState keeper={keeper} />}
          />
        ))}
      </Ledger>
    </Page>
  );
}
