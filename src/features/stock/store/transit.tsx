import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { say } from '../../../domain/words.ts';
import type { TransitLine } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { type Screen, saySaved } from '../../screen.ts';
import { readWhole } from '../part/line-page.tsx';
import { jobPath } from '../part/paths.ts';
import { expiryWord, lotWord, shelfWord, spell, stockWords, unitWord } from '../part/words.ts';

/** What is on its way here: taken in with one tap, or less of it than was sent. */
export function Coming(props: { readonly screen: Screen; readonly lines: readonly TransitLine[] }): VNode | null {
  const { screen, lines } = props;
  if (lines.length === 0) return null;
  return (
    <section class="section">
      <h2>{stockWords.value.coming}</h2>
      <ul class="ledger">
        {lines.map((line) => (
          <ComingRow key={line.sent} screen={screen} line={line} />
        ))}
      </ul>
    </section>
  );
}

function ComingRow({ screen, line }: { readonly screen: Screen; readonly line: TransitLine }): VNode {
  const copy = stockWords.value;
  const [less, setLess] = useState<string>();
  const [problem, setProblem] = useState('');
  const take = async (quantity: number | undefined): Promise<void> => {
    if (quantity === undefined) return setProblem(copy.needNumber);
    const taken = await screen.phone.takeIn(line.sent, quantity);
    if (!taken.ok) return setProblem(say(taken.error, language.value));
    saySaved(screen, taken.value.transaction, location.pathname, copy.taken);
  };
  const all = useOnce(() => take(line.left));
  const some = useOnce(() => take(readWhole(less ?? '')));
  return (
    <li class="shelf">
      <TransitWords line={line} />
      {problem !== '' && less === undefined && <p role="alert">{problem}</p>}
      <div class="row-of-buttons">
        <Button label={copy.takeAll} icon="check" isBusy={all.isBusy} onPress={all.run} />
        {less === undefined && <Button label={copy.takeLess} isQuiet onPress={() => setLess('')} />}
      </div>
      {less !== undefined && (
        <>
          <NumberField
            id={`less-${line.sent}`}
            label={copy.takeHow}
            {...(problem !== '' && { error: problem })}
            value={less}
            min={1}
            max={line.left}
            onValue={setLess}
          />
          <div>
            <Button label={copy.take} isBusy={some.isBusy} onPress={some.run} />
          </div>
        </>
      )}
    </li>
  );
}

function TransitWords({ line }: { readonly line: TransitLine }): VNode {
  const copy = stockWords.value;
  return (
    <>
      <p>
        <strong>
          {spell(line.left)} {unitWord(line.product)}
        </strong>{' '}
        {shelfWord(line)}
      </p>
      <p class="small soft">
        {[formatDate(line.date), copy.lotOf(lotWord(line.lot), expiryWord(line.expiry))].join(' · ')}
      </p>
    </>
  );
}

/** Both ends have it on their cards, and it is there once: a count tells which of them is right. */
export function Twice({
  lines,
  store,
}: {
  readonly lines: readonly TransitLine[];
  readonly store: string;
}): VNode | null {
  const copy = stockWords.value;
  if (lines.length === 0) return null;
  return (
    <section class="section">
      <h2>{copy.twice}</h2>
      <ul class="ledger">
        {lines.map((line) => (
          <li key={line.sent} class="shelf">
            <TransitWords line={line} />
            {line.to !== store && <p class="small soft">{copy.to(line.toName)}</p>}
            <p>{copy.twiceHow}</p>
          </li>
        ))}
      </ul>
      <a class="button" href={jobPath(store, 'count')}>
        <span>{copy.jobCount}</span>
      </a>
    </section>
  );
}

/** What was sent from here and is not taken in yet. */
export function Going(props: { readonly screen: Screen; readonly lines: readonly TransitLine[] }): VNode | null {
  const { screen, lines } = props;
  if (lines.length === 0) return null;
  return (
    <section class="section">
      <h2>{stockWords.value.going}</h2>
      <ul class="ledger">
        {lines.map((line) => (
          <GoingRow key={line.sent} screen={screen} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** What never arrives is put back, for it stands on no card meanwhile. */
function GoingRow({ screen, line }: { readonly screen: Screen; readonly line: TransitLine }): VNode {
  const copy = stockWords.value;
  const [problem, setProblem] = useState('');
  const back = useOnce(async () => {
    const taken = await screen.phone.takeBackLeft(line.sent);
    if (!taken.ok) return setProblem(say(taken.error, language.value));
    saySaved(screen, taken.value.transaction, location.pathname, copy.takenBack);
  });
  return (
    <li class="shelf">
      <TransitWords line={line} />
      {line.toName !== '' && <p class="small soft">{copy.to(line.toName)}</p>}
      {problem !== '' && <p role="alert">{problem}</p>}
      <div>
        <Button label={copy.takeBack} isQuiet isBusy={back.isBusy} onPress={back.run} />
      </div>
    </li>
  );
}
