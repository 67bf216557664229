import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { OrderedLine, ShelfLine, StoreAbove } from '../../../domain/stock/store.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import type { OrderReply } from '../../api.ts';
import { dateWord, shelfWord, spell, stockCopy, unitWord } from './words.ts';

interface OrderFormProps {
  readonly store: StoreAbove;
  /** @returns what to say of it; `undefined` where it was done */
  readonly onConfirm: (lines: readonly OrderReply[]) => Promise<string | undefined>;
}

interface Typed {
  readonly quantity?: string;
  readonly why?: string;
}

/** Lines that wait for an answer, or whose goods have not come: another quantity than was asked for says why. */
export function OrderForm({ store, onConfirm }: OrderFormProps): VNode {
  const copy = stockCopy();
  const [typed, setTyped] = useState<{ readonly [id: string]: Typed }>({});
  const [isShown, setShown] = useState(false);
  const [said, setSaid] = useState('');
  const open = store.ordered.filter(({ granted, left }) => granted === null || left > 0);
  const replies = open.map((line) => replyOf(line, typed[line.id] ?? {}));
  const confirm = useOnce(async () => {
    setShown(true);
    setSaid('');
    const lines = replies.flatMap(({ reply }) => reply ?? []);
    if (lines.length < open.length) return;
    const problem = await onConfirm(lines);
    if (problem !== undefined) setSaid(problem);
  });
  if (store.ordered.length === 0) return <p>{copy.noOrders}</p>;
  return (
    <form
      class="desk-report"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.run();
      }}
    >
      {store.ordered.map((line) => (
        <OrderLine
          key={line.id}
          line={line}
          shelf={store.shelves.find((shelf) => shelfWord(shelf) === shelfWord(line))}
          isOpen={open.includes(line)}
          problems={isShown ? replyOf(line, typed[line.id] ?? {}).problems : {}}
          typed={typed[line.id] ?? {}}
          onType={(change) => setTyped({ ...typed, [line.id]: { ...typed[line.id], ...change } })}
        />
      ))}
      {said !== '' && <p role="alert">{said}</p>}
      {open.length > 0 && (
        <div>
          <Button label={copy.confirm} isSubmit isBusy={confirm.isBusy} />
        </div>
      )}
    </form>
  );
}

interface Read {
  readonly reply?: OrderReply;
  readonly problems: Typed;
}

function replyOf(line: OrderedLine, typed: Typed): Read {
  const copy = stockCopy();
  const text = (typed.quantity ?? String(line.granted ?? line.asked)).trim();
  const why = (typed.why ?? line.answered?.why ?? '').trim();
  if (!/^\d{1,6}$/.test(text)) return { problems: { quantity: copy.needQuantity } };
  const quantity = Number(text);
  if (quantity !== line.asked && why === '') return { problems: { why: copy.needWhy } };
  return { reply: { order: line.id, quantity, why: quantity === line.asked ? '' : why }, problems: {} };
}

interface OrderLineProps {
  readonly line: OrderedLine;
  readonly shelf: ShelfLine | undefined;
  readonly isOpen: boolean;
  readonly problems: Typed;
  readonly typed: Typed;
  readonly onType: (change: Typed) => void;
}

function OrderLine({ line, shelf, isOpen, problems, typed, onType }: OrderLineProps): VNode {
  const copy = stockCopy();
  const { id, asked, granted, answered, product } = line;
  const quantity = typed.quantity ?? String(granted ?? asked);
  return (
    <section class="order-line">
      <h3>{shelfWord(line)}</h3>
      <p>
        {copy.asked(dateWord(line.date), spell(asked), unitWord(product))} · {copy.computed(spell(line.computed))}
        {line.why !== '' && ` (${line.why})`}
      </p>
      {shelf && (
        <p class="soft">
          {copy.stands(spell(shelf.stock + shelf.atPoints), spell(shelf.use), spell(shelf.max || null))}
        </p>
      )}
      {answered && (
        <p>
          {[copy.granted(dateWord(answered.date), spell(granted), unitWord(product)), answered.by, answered.why]
            .filter((text) => text !== '')
            .join(' · ')}
          . {copy.came(spell(line.received), spell(line.left))}
        </p>
      )}
      {isOpen && (
        <div class="order-fields">
          <TextField
            id={`quantity-${id}`}
            label={copy.quantity(unitWord(product))}
            inputMode="numeric"
            {...(problems.quantity !== undefined && { error: problems.quantity })}
            value={quantity}
            onValue={(value) => onType({ quantity: value })}
          />
          {quantity.trim() !== String(asked) && (
            <TextField
              id={`why-${id}`}
              label={copy.why}
              {...(problems.why !== undefined && { error: problems.why })}
              value={typed.why ?? answered?.why ?? ''}
              onValue={(value) => onType({ why: value })}
            />
          )}
        </div>
      )}
    </section>
  );
}
