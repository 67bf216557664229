import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { unexplainedChange } from '../../../catalogue/stock/norms.ts';
import { unverifiedWords } from '../../../catalogue/stock/unit.ts';
import { say } from '../../../domain/words.ts';
import type { OrderLine, StorePage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { readWhole } from '../part/line-page.tsx';
import { jobPath, storePath } from '../part/paths.ts';
import { sayDone } from '../part/use-line.ts';
import { shelfWord, spell, spellTenth, stockWords, unitWord } from '../part/words.ts';
import { Ordered } from './ordered.tsx';

/** The computed order, up to the maximum; whoever changes it by over a fifth says why. */
export function Order({ screen, params }: ScreenProps): VNode | null {
  const id = params.store ?? '';
  const answer = useAnswer(async () => {
    const [store, lines] = await Promise.all([screen.phone.store(id), screen.phone.orderSheet(id)]);
    return store && { store, lines };
  }, id);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <OrderPage screen={screen} {...answer.value} />;
}

interface OrderPageProps {
  readonly screen: Screen;
  readonly store: StorePage;
  readonly lines: readonly OrderLine[];
}

interface TypedLine {
  readonly quantity?: string;
  readonly why?: string;
}

const keyOf = ({ product, channel }: OrderLine): string => `${product}-${channel}`;

function OrderPage({ screen, store, lines }: OrderPageProps): VNode {
  const copy = stockWords.value;
  const [typed, setTyped] = useState<{ readonly [key: string]: TypedLine }>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const asked = lines.map((line) => {
    const { quantity, why = '' } = typed[keyOf(line)] ?? {};
    return { line, key: keyOf(line), text: quantity ?? String(line.computed), why };
  });
  const save = useOnce(async () => {
    const wrong = asked.flatMap(({ line, key, text, why }): readonly FieldError[] => {
      const quantity = readWhole(text);
      if (quantity === undefined || quantity < 0) return [{ control: key, text: copy.needCount }];
      return needsWhy(line, text) && why.trim() === '' ? [{ control: `${key}-why`, text: copy.needWhy }] : [];
    });
    if (wrong.length > 0) return setErrors(wrong);
    const orders = asked.map(({ line: { product, channel }, text, why }) => {
      return { product, channel, quantity: readWhole(text) ?? 0, why };
    });
    const saved = await screen.phone.saveOrder(store.id, orders);
    if (!saved.ok) return setErrors([{ control: asked[0]?.key ?? '', text: say(saved.error, language.value) }]);
    sayDone(screen, saved.value, storePath(store.id), copy.orderDone);
  });
  const at = (control: string) => errorAt(errors, control);
  const tell = (key: string, change: TypedLine): void => setTyped({ ...typed, [key]: { ...typed[key], ...change } });
  return (
    <Page
      title={copy.order}
      note={store.name}
      onBack={screen.back}
      {...(lines.length > 0 && {
        action: <Button label={copy.orderSave} isMain isBusy={save.isBusy} onPress={save.run} />,
      })}
    >
      <ErrorSummary errors={errors} />
      <p class="soft">{copy.orderHow}</p>
      <p class="small soft">{say(unverifiedWords, language.value)}</p>
      <Ordered lines={store.ordered} />
      {store.ordered.length > 0 && screen.who.role !== 'collaborator' && (
        <p>
          <a class="button" href={jobPath(store.id, 'order-paper')}>
            {copy.orderPaper}
          </a>
        </p>
      )}
      {lines.length === 0 && <p>{copy.orderNone}</p>}
      {asked.map(({ line, key, text, why }) => (
        <section key={key} class="section">
          <h2>{shelfWord(line)}</h2>
          <OrderFigures line={line} />
          <TextField
            id={key}
            label={`${copy.orderColumns.asked} (${unitWord(line.product)})`}
            {...at(key)}
            inputMode="numeric"
            value={text}
            onValue={(quantity) => tell(key, { quantity })}
          />
          {needsWhy(line, text) && (
            <TextField
              id={`${key}-why`}
              label={copy.orderWhy}
              {...at(`${key}-why`)}
              value={why}
              onValue={(value) => tell(key, { why: value })}
            />
          )}
        </section>
      ))}
    </Page>
  );
}

function needsWhy({ computed }: OrderLine, text: string): boolean {
  const quantity = readWhole(text);
  return quantity !== undefined && Math.abs(quantity - computed) > computed * unexplainedChange;
}

function OrderFigures({ line }: { readonly line: OrderLine }): VNode {
  const { orderColumns: columns } = stockWords.value;
  const figures = [
    [columns.use, spellTenth(line.use)],
    [columns.stock, spell(line.stock)],
    ...(line.atPoints === 0 ? [] : ([[columns.atPoints, spell(line.atPoints)]] as const)),
    [columns.onOrder, spell(line.onOrder)],
    [columns.computed, spell(line.computed)],
    [columns.foretold, spell(line.foretold)],
  ] as const;
  return (
    <dl class="sheet-facts card-facts">
      {figures.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
