import type { VNode } from 'preact';
import { ageGroup } from '../../../catalogue/codes/care/age-group.ts';
import { sex } from '../../../catalogue/codes/sex.ts';
import { passedOverReason, pillCheck, supplyKind } from '../../../catalogue/stock/lists.ts';
import type { CodeList } from '../../../domain/field.ts';
import { say } from '../../../domain/words.ts';
import type { Offer } from '../../../register/stock/answers.ts';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { NumberField } from '../../../ui/field/number-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { language } from '../../../ui/language.ts';
import { readWhole } from '../part/line-page.tsx';
import type { LineSave } from '../part/use-line.ts';
import { expiryWord, lotWord, shelfWord, spell, stockWords, unitWord } from '../part/words.ts';
import { asksPills, type Gift, goodsKey, isPassingOver, type useGift } from './use-gift.ts';

interface GiftFieldsProps extends ReturnType<typeof useGift> {
  readonly offer: Offer;
  readonly line: LineSave;
}

/** Which goods and how many; the rest is asked only where it is a question. */
export function GiftFields({ gift, given, tell, choose, line }: GiftFieldsProps): VNode {
  const copy = stockWords.value;
  return (
    <>
      <ChoiceRows
        id="product"
        label={copy.what}
        {...line.at('product')}
        choices={given.map((goods) => ({
          key: goodsKey(goods),
          label: shelfWord(goods),
          note: copy.left(spell(goods.lots.reduce((sum, { stock }) => sum + stock, 0)), unitWord(goods.product)),
        }))}
        chosen={gift.goods && goodsKey(gift.goods)}
        onChoose={choose}
      />
      <NumberField
        id="quantity"
        label={copy.howMany(unitWord(gift.goods?.product ?? ''))}
        {...line.at('quantity')}
        value={gift.quantity}
        min={1}
        max={999_999}
        onValue={(quantity) => tell({ quantity })}
      />
      <PriceField gift={gift} line={line} onPrice={(price) => tell({ price })} />
      <LotFields {...{ gift, tell, line }} />
    </>
  );
}

function PriceField(props: {
  readonly gift: Gift;
  readonly line: LineSave;
  readonly onPrice: (price: string) => void;
}): VNode | null {
  const { gift, line } = props;
  const copy = stockWords.value;
  if (gift.goods === undefined || gift.goods.channel === 'free') return null;
  const [price, quantity] = [readWhole(gift.price), readWhole(gift.quantity)];
  const isKnown = price !== undefined && quantity !== undefined;
  return (
    <>
      <TextField
        id="unitPrice"
        label={copy.price}
        {...line.at('unitPrice')}
        inputMode="numeric"
        value={gift.price}
        onValue={props.onPrice}
      />
      {isKnown && <p class="field-hint">{copy.total(spell(price * quantity))}</p>}
    </>
  );
}

/** Only where there are two to choose between. */
function LotFields({ gift, tell, line }: Pick<GiftFieldsProps, 'gift' | 'tell' | 'line'>): VNode | null {
  const copy = stockWords.value;
  const lots = gift.goods?.lots ?? [];
  const unit = unitWord(gift.goods?.product ?? '');
  if (lots.length < 2) return null;
  return (
    <>
      <ChoiceRows
        id="expiry"
        label={copy.chooseLot}
        {...line.at('expiry')}
        choices={lots.map(({ lot, expiry, stock }, place) => ({
          key: lot,
          label: copy.lotOf(lotWord(lot), expiryWord(expiry)),
          note: [copy.left(spell(stock), unit), ...(place === 0 ? [copy.firstOut] : [])].join(' · '),
        }))}
        chosen={gift.lot?.lot}
        onChoose={(lot) => tell({ lot })}
      />
      {isPassingOver(gift) && (
        <ChoiceRows
          id="passedOver"
          label={copy.why}
          {...line.at('passedOver')}
          choices={rowsOf(passedOverReason)}
          chosen={gift.passedOver || undefined}
          onChoose={(passedOver) => tell({ passedOver })}
        />
      )}
    </>
  );
}

/** What it is to her method, where that is not plain, and what is asked before pills. */
export function MethodFields({ offer, gift, isPlain, tell, line }: GiftFieldsProps): VNode {
  const copy = stockWords.value;
  // Told late, of a day on which it was not plain.
  const isAsked = !isPlain || line.errors.some(({ control }) => control === 'use');
  return (
    <>
      {isAsked && (
        <ChoiceRows
          id="use"
          label={copy.useIt}
          {...line.at('use')}
          choices={rowsOf(supplyKind).filter(({ key }) => key !== 'again')}
          chosen={gift.use || undefined}
          onChoose={(use) => tell({ use })}
        />
      )}
      {asksPills(gift, offer) && (
        <TickRows
          id="pillCheck"
          label={copy.pillCheck}
          {...line.at('pillCheck')}
          choices={rowsOf(pillCheck)}
          ticked={gift.pillCheck}
          onTick={(keys) => tell({ pillCheck: withoutNone(gift.pillCheck, keys) })}
        />
      )}
    </>
  );
}

/** "None of these" stands alone. */
function withoutNone(before: readonly string[], keys: readonly string[]): readonly string[] {
  if (!before.includes('none') && keys.includes('none')) return ['none'];
  return keys.length > 1 ? keys.filter((key) => key !== 'none') : keys;
}

export function ClientFields({ gift, tell, line }: Pick<GiftFieldsProps, 'gift' | 'tell' | 'line'>): VNode {
  const copy = stockWords.value;
  return (
    <>
      <ChoiceRows
        id="sex"
        label={copy.sex}
        {...line.at('sex')}
        choices={rowsOf(sex)}
        chosen={gift.sex || undefined}
        onChoose={(chosen) => tell({ sex: chosen })}
      />
      <ChoiceRows
        id="ageGroup"
        label={copy.age}
        {...line.at('ageGroup')}
        choices={rowsOf(ageGroup)}
        chosen={gift.ageGroup || undefined}
        onChoose={(chosen) => tell({ ageGroup: chosen })}
      />
    </>
  );
}

export function rowsOf({ codes }: CodeList): readonly { readonly key: string; readonly label: string }[] {
  return codes.map(({ key, label }) => ({ key, label: say(label, language.value) }));
}
