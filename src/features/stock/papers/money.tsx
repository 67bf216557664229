import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Value } from '../../../domain/value.ts';
import type { MoneyPage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { DoubtBox } from '../../../ui/form/doubt-box.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { readWhole } from '../part/line-page.tsx';
import { isDay, OtherDay } from '../part/other-day.tsx';
import { storePath } from '../part/paths.ts';
import { useLine } from '../part/use-line.ts';
import { productWord, spell, stockWords } from '../part/words.ts';

/** Money of social marketing, in whole đồng: sold, what may be kept, handed on, what is left to hand on. */
export function Money({ screen, params }: ScreenProps): VNode | null {
  const id = params.store ?? '';
  const answer = useAnswer(() => screen.phone.stockMoney(id), id, screen.revision.value);
  if (answer === undefined) return null;
  const copy = stockWords.value;
  const money = answer.value;
  if (money === undefined) return <MissingScreen title={copy.missing} />;
  const sums = [
    [copy.moneySold, money.sold],
    [copy.moneyKept, money.kept],
    [copy.moneyDue, money.due],
    [copy.moneyRemitted, money.remitted],
    [copy.moneyBalance, money.balance],
  ] as const;
  return (
    <Page title={copy.money} onBack={screen.back}>
      <dl class="sheet-facts card-facts">
        {sums.map(([term, amount]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{copy.dong(spell(amount))}</dd>
          </div>
        ))}
      </dl>
      <Remit screen={screen} store={id} />
      <ul class="ledger">
        {money.lines.map((line) => (
          <li key={line.id} class="shelf">
            <span>{lineWords(line)}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}

interface Typed {
  readonly amount: string;
  readonly receipt: string;
  readonly date: Value | undefined;
}

function lineWords({ is, date, product, quantity, amount, receipt }: MoneyPage['lines'][number]): string {
  const copy = stockWords.value;
  const what = is === 'sale' ? `${spell(quantity)} ${productWord(product)}` : receipt;
  const words = [formatDate(date), copy.moneyLine[is], what, copy.dong(spell(amount))];
  return words.filter((text) => text !== '').join(' · ');
}

function Remit({ screen, store }: { readonly screen: Screen; readonly store: string }): VNode {
  const copy = stockWords.value;
  const [typed, setTyped] = useState<Typed>({ amount: '', receipt: '', date: civilToday() });
  const tell = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const line = useLine({
    screen,
    form: 'remittance',
    where: store,
    read: () => readRemitted(typed),
    write: ({ date, amount }, yes) =>
      screen.phone.remit(store, { date: String(date), amount: Number(amount), receipt: typed.receipt }, yes),
    leadsTo: storePath(store),
    done: copy.moneyDone,
  });
  return (
    <section class="section">
      <h2>{copy.moneyAdd}</h2>
      <ErrorSummary errors={line.errors} found={line.found} />
      <TextField
        id="amount"
        label={copy.moneyAmount}
        {...line.at('amount')}
        inputMode="numeric"
        value={typed.amount}
        onValue={(amount) => tell({ amount })}
      />
      <TextField
        id="receipt"
        label={copy.moneyReceipt}
        {...line.at('receipt')}
        isOptional
        value={typed.receipt}
        onValue={(receipt) => tell({ receipt })}
      />
      <OtherDay line={line} date={typed.date} onDate={(date) => tell({ date })} />
      <DoubtBox doubts={line.doubts} onYes={line.confirm} onMend={line.mend} />
      <div>
        <Button label={copy.moneyAdd} isBusy={line.isBusy} onPress={line.goOn} />
      </div>
    </section>
  );
}

function readRemitted({ amount, date }: Typed): ReturnType<Parameters<typeof useLine>[0]['read']> {
  const copy = stockWords.value;
  const money = readWhole(amount);
  if (money === undefined || money < 1) return { errors: [{ control: 'amount', text: copy.needAmount }] };
  if (!isDay(date)) return { errors: [{ control: 'date', text: copy.needDate }] };
  return { answers: { amount: money, date } };
}
