import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import type { MoneyPage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { readWhole } from '../part/line-page.tsx';
import { storePath } from '../part/paths.ts';
import { sayDone } from '../part/use-line.ts';
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

function lineWords({ is, date, product, quantity, amount, receipt }: MoneyPage['lines'][number]): string {
  const copy = stockWords.value;
  const what = is === 'sale' ? `${spell(quantity)} ${productWord(product)}` : receipt;
  const words = [formatDate(date), copy.moneyLine[is], what, copy.dong(spell(amount))];
  return words.filter((text) => text !== '').join(' · ');
}

function Remit({ screen, store }: { readonly screen: Screen; readonly store: string }): VNode {
  const copy = stockWords.value;
  const [typed, setTyped] = useState({ amount: '', receipt: '' });
  const [problem, setProblem] = useState('');
  const save = useOnce(async () => {
    const amount = readWhole(typed.amount);
    if (amount === undefined || amount < 1) return setProblem(copy.needAmount);
    const saved = await screen.phone.remit(store, amount, typed.receipt);
    if (!saved.ok) return setProblem(say(saved.error, language.value));
    setProblem('');
    setTyped({ amount: '', receipt: '' });
    sayDone(screen, saved.value, storePath(store), copy.moneyDone);
  });
  return (
    <section class="section">
      <h2>{copy.moneyAdd}</h2>
      <TextField
        id="amount"
        label={copy.moneyAmount}
        {...(problem !== '' && { error: problem })}
        inputMode="numeric"
        value={typed.amount}
        onValue={(amount) => setTyped({ ...typed, amount })}
      />
      <TextField
        id="receipt"
        label={copy.moneyReceipt}
        isOptional
        value={typed.receipt}
        onValue={(receipt) => setTyped({ ...typed, receipt })}
      />
      <div>
        <Button label={copy.moneyAdd} isBusy={save.isBusy} onPress={save.run} />
      </div>
    </section>
  );
}
