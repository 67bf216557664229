import type { VNode } from 'preact';
import { slipTables } from '../../../catalogue/paper/slip.ts';
import { say } from '../../../domain/words.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { HandIn } from './hand-in.tsx';
import { Judge } from './judge.tsx';
import { type Keeper, KeeperState, keeperName, villagesOf } from './keeper-state.tsx';
import { MonthSteps } from './month-steps.tsx';
import { listPath, monthOf, paperPath, slipPath, slipsPath } from './months.ts';
import { meetingWords, monthWord } from './words.ts';

/** The slip of one keeper, as the office opens it. */
export function Slip({ screen, params }: ScreenProps): VNode | null {
  const month = monthOf(params.month);
  const answer = useAnswer(() => screen.phone.slipKeepers(month), month, screen.revision.value);
  if (answer === undefined) return null;
  const keeper = answer.value.find(({ id }) => id === params.keeper);
  if (keeper === undefined) return <MissingScreen title={meetingWords.value.noVillages} />;
  const path = slipPath(params.month ?? month, keeper.id);
  return <OneSlip key={path} screen={screen} month={month} keeper={keeper} path={path} />;
}

interface OneSlipProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keeper: Keeper;
  /** Where it stands. */
  readonly path: string;
}

/** How it stands, the eleven lists, what to ask again, and what is to be done with it. */
export function OneSlip({ screen, month, keeper, path }: OneSlipProps): VNode {
  const copy = meetingWords.value;
  const isOwn = screen.who.role === 'collaborator';
  const name = isOwn ? '' : `${keeperName(keeper)} · `;
  const to = (next: string): string => (isOwn ? slipsPath(next) : slipPath(next, keeper.id));
  return (
    <Page title={copy.slipOf(monthWord(month))} note={`${name}${villagesOf(keeper)}`} onBack={screen.back}>
      <MonthSteps month={month} onMonth={(next) => screen.go(to(next))} />
      <Standing keeper={keeper} />
      <Lists screen={screen} month={month} keeper={keeper} />
      <p class="not-printed">
        <a class="button" href={paperPath(month, keeper.id)}>
          <span>{copy.paper}</span>
        </a>
      </p>
      <Judge screen={screen} month={month} keeper={keeper} path={path} />
      <HandIn screen={screen} month={month} keeper={keeper} path={path} />
    </Page>
  );
}

function Standing({ keeper }: Pick<OneSlipProps, 'keeper'>): VNode {
  const copy = meetingWords.value;
  const isChanged = keeper.is !== 'open' && keeper.lines !== keeper.linesNow;
  return (
    <section class="section" role="status">
      <p>
        <KeeperState keeper={keeper} />
      </p>
      {keeper.is === 'returned' && <p>{copy.reasonIs(keeper.reason)}</p>}
      {isChanged && <p>{copy.changed(keeper.lines, keeper.linesNow)}</p>}
    </section>
  );
}

function Lists({ screen, month, keeper }: Omit<OneSlipProps, 'path'>): VNode | null {
  const sizes = useAnswer(
    () => screen.phone.slipSizes(month, keeper.id),
    `${month} ${keeper.id}`,
    screen.revision.value,
  );
  if (sizes === undefined) return null;
  const copy = meetingWords.value;
  return (
    <section class="section">
      <h2>{copy.lists}</h2>
      <Ledger>
        {sizes.value.map(({ number, lines, isPrivate }) => (
          <LedgerRow
            key={number}
            title={listTitle(number)}
            {...(isPrivate && { note: copy.privateMark })}
            href={listPath(month, keeper.id, number)}
            end={<strong>{lines}</strong>}
          />
        ))}
      </Ledger>
    </section>
  );
}

export function listTitle(number: number): string {
  const table = slipTables.find((one) => one.number === number);
  return meetingWords.value.listOf(number, table === undefined ? '' : say(table.title, language.value));
}
