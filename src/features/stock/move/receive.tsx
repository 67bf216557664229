import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { channel } from '../../../catalogue/stock/lists.ts';
import { collaboratorProducts, product } from '../../../catalogue/stock/product.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { OrderedLine, StorePage } from '../../../register/stock/answers.ts';
import type { FieldError } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { rowsOf } from '../give/gift-fields.tsx';
import { LinePage, readWhole } from '../part/line-page.tsx';
import { storePath } from '../part/paths.ts';
import { useLine } from '../part/use-line.ts';
import { shelfWord, spell, stockWords, typeWord, unitWord } from '../part/words.ts';

interface Typed {
  readonly type: string;
  readonly product: string;
  readonly channel: string;
  readonly quantity: string;
  readonly lot: string;
  readonly expiry: Value | undefined;
  readonly unitPrice: string;
  readonly document: string;
  readonly date: Value | undefined;
}

interface ReceiveProps {
  readonly screen: Screen;
  readonly store: StorePage;
  /** The line of an order that it came for: what is left of it, or less. */
  readonly ordered?: OrderedLine;
}

/** What came from the level above, or stood here when the card was begun: as the pack and the document say. */
export function Receive({ screen, store, ordered }: ReceiveProps): VNode {
  const copy = stockWords.value;
  const today = civilToday();
  const [typed, setTyped] = useState<Typed>({ ...begunWith(ordered), type: 'receipt', date: today });
  const tell = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const line = useLine({
    screen,
    form: 'stock_move',
    where: store.id,
    read: () => readReceipt(typed, store.id),
    ...(ordered && { write: (answers, yes) => screen.phone.receiveOrdered(ordered.id, answers, yes) }),
    leadsTo: storePath(store.id),
    done: copy.done,
  });
  const products = rowsOf(product).filter(
    ({ key }) => store.level !== 'collaborator' || collaboratorProducts.includes(key),
  );
  const common = { line, tell, typed };
  return (
    <LinePage screen={screen} title={copy.jobReceipt} note={store.name} line={line}>
      {ordered === undefined ? (
        <WhatCame {...common} products={products} />
      ) : (
        <p class="soft">
          {copy.orderFor(shelfWord(ordered), formatDate(ordered.date), spell(ordered.left), unitWord(ordered.product))}
        </p>
      )}
      <Typing {...common} id="quantity" label={copy.howMany(unitWord(typed.product))} isNumber />
      <Typing {...common} id="lot" label={copy.lotNumber} />
      <DateField
        id="expiry"
        label={copy.expiry}
        {...line.at('expiry')}
        answer={typed.expiry}
        isPartial
        today={today}
        onAnswer={(expiry) => tell({ expiry })}
      />
      {typed.channel !== '' && typed.channel !== 'free' && (
        <Typing {...common} id="unitPrice" label={copy.price} isNumber />
      )}
      <Typing {...common} id="document" label={copy.document} isOptional />
      <DateField
        id="date"
        label={copy.date}
        {...line.at('date')}
        answer={typed.date}
        isPartial={false}
        today={today}
        onAnswer={(date) => tell({ date })}
      />
    </LinePage>
  );
}

interface WhatCameProps extends Pick<TypingProps, 'typed' | 'line' | 'tell'> {
  readonly products: ReturnType<typeof rowsOf>;
}

/** Which goods, where no order says it. */
function WhatCame({ typed, line, tell, products }: WhatCameProps): VNode {
  const copy = stockWords.value;
  return (
    <>
      <ChoiceRows
        id="type"
        label={copy.kind}
        choices={['receipt', 'opening'].map((key) => ({ key, label: typeWord(key) }))}
        chosen={typed.type}
        onChoose={(type) => tell({ type })}
      />
      <ChoiceRows
        id="product"
        label={copy.product}
        {...line.at('product')}
        choices={products}
        chosen={typed.product || undefined}
        onChoose={(chosen) => tell({ product: chosen })}
      />
      <ChoiceRows
        id="channel"
        label={copy.channel}
        {...line.at('channel')}
        choices={rowsOf(channel)}
        chosen={typed.channel || undefined}
        onChoose={(chosen) => tell({ channel: chosen })}
      />
    </>
  );
}

function begunWith(ordered: OrderedLine | undefined): Omit<Typed, 'type' | 'date'> {
  const blank = { lot: '', expiry: undefined, unitPrice: '', document: '' };
  if (ordered === undefined) return { product: '', channel: '', quantity: '', ...blank };
  const { product: asked, channel: through, left } = ordered;
  return { product: asked, channel: through, quantity: String(left), ...blank };
}

interface TypingProps {
  readonly id: 'quantity' | 'lot' | 'unitPrice' | 'document';
  readonly label: string;
  readonly typed: Typed;
  readonly line: ReturnType<typeof useLine>;
  readonly tell: (change: Partial<Typed>) => void;
  readonly isNumber?: true;
  readonly isOptional?: true;
}

function Typing({ id, label, typed, line, tell, isNumber, isOptional }: TypingProps): VNode {
  return (
    <TextField
      id={id}
      label={label}
      {...line.at(id)}
      {...(isNumber && { inputMode: 'numeric' as const })}
      {...(isOptional && { isOptional })}
      value={typed[id]}
      onValue={(value) => tell({ [id]: value })}
    />
  );
}

function readReceipt(
  typed: Typed,
  store: string,
): { readonly answers: Fields } | { readonly errors: readonly FieldError[] } {
  const copy = stockWords.value;
  const [quantity, unitPrice] = [readWhole(typed.quantity), readWhole(typed.unitPrice)];
  const missing = [
    [typed.product === '', 'product', copy.needChoice],
    [typed.channel === '', 'channel', copy.needChoice],
    [quantity === undefined || quantity < 1 || quantity > 999_999, 'quantity', copy.needNumber],
    [typeof typed.date !== 'string' || typed.date.length !== 10, 'date', copy.needDate],
    [typed.expiry !== undefined && typeof typed.expiry !== 'string', 'expiry', copy.needDate],
  ] as const;
  const errors = missing.flatMap(([isMissing, control, text]) => (isMissing ? [{ control, text }] : []));
  if (errors.length > 0 || quantity === undefined) return { errors };
  const { type, product: chosen, channel: through, lot, document, expiry, date } = typed;
  return {
    answers: {
      ...{ type, store, product: chosen, channel: through, quantity, lot, document },
      ...(expiry !== undefined && { expiry }),
      ...(date !== undefined && { date }),
      ...(through !== 'free' && unitPrice !== undefined && { unitPrice }),
    },
  };
}
