import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { passedOverReason, stockReason } from '../../../catalogue/stock/lists.ts';
import { collaboratorProducts } from '../../../catalogue/stock/product.ts';
import { goodUntil } from '../../../domain/stock/movement.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { LotLine, ShelfLine, StorePage } from '../../../register/stock/answers.ts';
import type { FieldError } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen } from '../../screen.ts';
import { rowsOf } from '../give/gift-fields.tsx';
import { LinePage, readWhole } from '../part/line-page.tsx';
import { isDay, OtherDay } from '../part/other-day.tsx';
import { storePath } from '../part/paths.ts';
import { useLine } from '../part/use-line.ts';
import { expiryWord, lotWord, shelfWord, spell, stockWords, unitWord } from '../part/words.ts';
import { issueWord } from '../store/store.tsx';

export type OutgoingType = 'issue' | 'pass_on' | 'return_out' | 'loss' | 'adjust';

interface Picked {
  readonly shelf: ShelfLine;
  readonly lot: LotLine;
}

interface OutgoingProps {
  readonly screen: Screen;
  readonly store: StorePage;
  readonly type: OutgoingType;
}

interface Typed {
  readonly lot: string;
  readonly quantity: string;
  readonly counterpart: string;
  readonly reason: string;
  readonly passedOver: string;
  readonly document: string;
  readonly date: Value | undefined;
}

function begun(): Typed {
  const blank = { lot: '', quantity: '', counterpart: '', reason: '', passedOver: '', document: '' };
  return { ...blank, date: civilToday() };
}

/** Of a lot that is there: to a collaborator, back upwards, written off, or set right. */
export function Outgoing({ screen, store, type }: OutgoingProps): VNode {
  const copy = stockWords.value;
  const [typed, setTyped] = useState(begun);
  const tell = (change: Partial<Typed>): void => setTyped({ ...typed, ...change });
  const villages = screen.who.places.filter(({ id, level }) => level === 'village' && id !== store.id);
  const lots = pickable(
    store,
    type,
    villages.some(({ id }) => id === typed.counterpart),
  );
  const picked = lots.find((one) => keyOf(one) === typed.lot);
  const line = useLine({
    screen,
    form: 'stock_move',
    where: store.id,
    ...(type === 'pass_on' && { write: (answers, yes) => screen.phone.passOn(answers, yes) }),
    read: () => readOutgoing({ ...typed, type, picked, store: store.id }),
    leadsTo: storePath(store.id),
    done: copy.done,
  });
  const isSent = isSending(type);
  const title = {
    issue: issueWord(store),
    pass_on: copy.jobPassOn,
    return_out: copy.jobReturn,
    loss: copy.jobLoss,
    adjust: copy.jobAdjust,
  }[type];
  const points = type === 'issue' ? store.points.map(({ id, name }) => ({ key: id, label: copy.point(name) })) : [];
  return (
    <LinePage screen={screen} title={title} note={store.name} line={line}>
      {isSent && (
        <ChoiceRows
          id="counterpart"
          label={copy.receiver}
          {...line.at('counterpart')}
          choices={[...points, ...villages.map(({ id, name }) => ({ key: id, label: name }))]}
          chosen={typed.counterpart || undefined}
          onChoose={(counterpart) => tell({ counterpart })}
        />
      )}
      <ChoiceRows
        id="expiry"
        label={copy.which}
        {...line.at('expiry')}
        {...(lots.length === 0 && { hint: copy.empty })}
        choices={lots.map((one) => ({
          key: keyOf(one),
          label: `${shelfWord(one.shelf)} · ${copy.lotOf(lotWord(one.lot.lot), expiryWord(one.lot.expiry))}`,
          note: copy.left(spell(one.lot.stock), unitWord(one.shelf.product)),
        }))}
        chosen={typed.lot || undefined}
        onChoose={(lot) => tell({ lot })}
      />
      <TextField
        id="quantity"
        label={type === 'adjust' ? copy.signedQuantity : copy.howMany(unitWord(picked?.shelf.product ?? ''))}
        {...line.at('quantity')}
        inputMode={type === 'adjust' ? 'text' : 'numeric'}
        value={typed.quantity}
        onValue={(quantity) => tell({ quantity })}
      />
      {isSent && isPassing(picked, lots) && (
        <ChoiceRows
          id="passedOver"
          label={copy.why}
          {...line.at('passedOver')}
          choices={rowsOf(passedOverReason)}
          chosen={typed.passedOver || undefined}
          onChoose={(passedOver) => tell({ passedOver })}
        />
      )}
      {!isSent && (
        <ChoiceRows
          id="reason"
          label={copy.reason}
          {...line.at('reason')}
          choices={rowsOf(stockReason).filter(({ key }) => fits(type, key))}
          chosen={typed.reason || undefined}
          onChoose={(reason) => tell({ reason })}
        />
      )}
      <TextField
        id="document"
        label={copy.document}
        isOptional
        value={typed.document}
        onValue={(document) => tell({ document })}
      />
      <OtherDay line={line} date={typed.date} onDate={(date) => tell({ date })} />
    </LinePage>
  );
}

/** To another store of the book. */
const isSending = (type: OutgoingType): boolean => type === 'issue' || type === 'pass_on';

const keyOf = ({ shelf, lot }: Picked): string => [shelf.product, shelf.channel, lot.lot].join(' ');

/** What is past its day is never issued, and to a collaborator nothing that she may not give: it is not offered. */
function pickable({ shelves }: StorePage, type: OutgoingType, isToVillage: boolean): readonly Picked[] {
  const offered = shelves.filter(({ product }) => !isToVillage || collaboratorProducts.includes(product));
  return offered.flatMap((shelf) =>
    shelf.lots
      .filter(({ stock, isExpired }) => type === 'adjust' || (stock > 0 && (!isSending(type) || !isExpired)))
      .map((lot) => ({ shelf, lot })),
  );
}

function isPassing(picked: Picked | undefined, lots: readonly Picked[]): boolean {
  const first = lots.find(({ shelf }) => shelf === picked?.shelf);
  return picked !== undefined && first !== undefined && goodUntil(first.lot.expiry) < goodUntil(picked.lot.expiry);
}

function fits(type: OutgoingType, reason: string): boolean {
  const isOfCount = reason === 'counted' || reason === 'unwritten';
  if (type === 'adjust') return isOfCount;
  return !isOfCount && (type === 'return_out' || reason !== 'unneeded');
}

interface ToldOutgoing extends Omit<Typed, 'lot'> {
  readonly type: OutgoingType;
  readonly store: string;
  readonly picked: Picked | undefined;
}

function readOutgoing(told: ToldOutgoing): { readonly answers: Fields } | { readonly errors: readonly FieldError[] } {
  const copy = stockWords.value;
  const { type, picked, store, date } = told;
  const quantity = readWhole(told.quantity);
  const isWrong =
    quantity === undefined || quantity === 0 || Math.abs(quantity) > 999_999 || (type !== 'adjust' && quantity < 0);
  const missing = [
    [isSending(type) && told.counterpart === '', 'counterpart', copy.needChoice],
    [picked === undefined, 'expiry', copy.needChoice],
    [isWrong, 'quantity', type === 'adjust' ? copy.needSigned : copy.needNumber],
    [!isSending(type) && told.reason === '', 'reason', copy.needChoice],
    [!isDay(date), 'date', copy.needDate],
  ] as const;
  const errors = missing.flatMap(([isMissing, control, text]) => (isMissing ? [{ control, text }] : []));
  if (errors.length > 0 || picked === undefined || quantity === undefined || !isDay(date)) return { errors };
  const { product, channel } = picked.shelf;
  const { lot, expiry } = picked.lot;
  const typed = {
    reason: told.reason,
    passedOver: told.passedOver,
    document: told.document,
    counterpart: told.counterpart,
  };
  const known = Object.fromEntries(Object.entries({ ...typed, lot, expiry }).filter(([, text]) => text !== ''));
  return {
    answers: {
      type: type === 'pass_on' ? 'issue' : type,
      store,
      date,
      product,
      channel,
      quantity,
      ...known,
    },
  };
}
