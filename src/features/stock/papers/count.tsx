import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { stockReason } from '../../../catalogue/stock/lists.ts';
import { say } from '../../../domain/words.ts';
import type { CountLine, StorePage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { rowsOf } from '../give/gift-fields.tsx';
import { readWhole } from '../part/line-page.tsx';
import { storePath } from '../part/paths.ts';
import { sayDone } from '../part/use-line.ts';
import { expiryWord, lotWord, shelfWord, spell, stockWords, unitWord } from '../part/words.ts';

interface Counted {
  readonly key: string;
  readonly label: string;
  readonly product: string;
  readonly channel: string;
  /** Of a station, which counts lot by lot. */
  readonly lot?: string;
  readonly stock: number;
}

/** A collaborator types one number per product; a station counts blind, lot by lot, and sees the difference afterwards. */
export function Count({ screen, params }: ScreenProps): VNode | null {
  const id = params.store ?? '';
  const answer = useAnswer(async () => {
    const [store, lines] = await Promise.all([screen.phone.store(id), screen.phone.countSheet(id)]);
    return store && { store, lines };
  }, id);
  if (answer === undefined) return null;
  if (answer.value === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <CountPage screen={screen} {...answer.value} />;
}

interface CountPageProps {
  readonly screen: Screen;
  readonly store: StorePage;
  readonly lines: readonly CountLine[];
}

function CountPage({ screen, store, lines }: CountPageProps): VNode {
  const copy = stockWords.value;
  const sheet = store.level === 'collaborator' ? byShelf(lines) : byLot(lines);
  const [typed, setTyped] = useState<{ readonly [key: string]: string }>({});
  const [reason, setReason] = useState('');
  const [isCompared, setCompared] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const found = sheet.map((line) => ({ ...line, counted: readWhole(typed[line.key] ?? '') }));
  const isOff = found.some(({ counted, stock }) => counted !== stock);
  const save = useOnce(async () => {
    const missing = found.filter(({ counted }) => counted === undefined || counted < 0);
    if (missing.length > 0) return setErrors(missing.map(({ key }) => ({ control: key, text: copy.needCount })));
    if (!isCompared) {
      setErrors([]);
      return setCompared(true);
    }
    if (isOff && reason === '') return setErrors([{ control: 'reason', text: copy.needChoice }]);
    const counts = found.map(({ product, channel, lot, counted = 0 }) => ({
      product,
      channel,
      counted,
      ...(lot !== undefined && { lot }),
    }));
    const saved = await screen.phone.saveCount(store.id, counts, isOff ? reason : '');
    if (!saved.ok) return setErrors([{ control: sheet[0]?.key ?? '', text: say(saved.error, language.value) }]);
    sayDone(screen, saved.value, storePath(store.id), copy.countDone);
  });
  const label = !isCompared ? copy.countShow : isOff ? copy.countAdjust : copy.countSave;
  return (
    <Page
      title={copy.count}
      note={store.name}
      onBack={screen.back}
      action={<Button label={label} isMain isBusy={save.isBusy} onPress={save.run} />}
    >
      <ErrorSummary errors={errors} />
      <p class="soft">{store.level === 'collaborator' ? copy.countHow : copy.countBlind}</p>
      {sheet.length === 0 && <p>{copy.empty}</p>}
      {isCompared ? (
        <Compared lines={found} isOff={isOff} reason={reason} onReason={setReason} errors={errors} />
      ) : (
        sheet.map((line) => (
          <TextField
            key={line.key}
            id={line.key}
            label={`${line.label} (${unitWord(line.product)})`}
            {...errorAt(errors, line.key)}
            inputMode="numeric"
            value={typed[line.key] ?? ''}
            onValue={(value) => setTyped({ ...typed, [line.key]: value })}
          />
        ))
      )}
      {isCompared && (
        <div>
          <Button label={copy.countAgain} isQuiet onPress={() => setCompared(false)} />
        </div>
      )}
    </Page>
  );
}

/** All lots of a product and channel together. */
function byShelf(lines: readonly CountLine[]): readonly Counted[] {
  const shelves = new Map<string, Counted>();
  for (const line of lines) {
    const { product, channel, stock } = line;
    const key = `${product}-${channel}`;
    const known = shelves.get(key);
    shelves.set(key, { key, label: shelfWord(line), product, channel, stock: stock + (known?.stock ?? 0) });
  }
  return [...shelves.values()];
}

function byLot(lines: readonly CountLine[]): readonly Counted[] {
  const copy = stockWords.value;
  return lines.map(({ product, channel, lot, expiry, stock }, index) => ({
    key: `lot-${index}`,
    label: `${shelfWord({ product, channel })} · ${copy.lotOf(lotWord(lot), expiryWord(expiry))}`,
    product,
    channel,
    lot,
    stock,
  }));
}

interface ComparedProps {
  readonly lines: readonly (Counted & { readonly counted: number | undefined })[];
  readonly isOff: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly errors: readonly FieldError[];
}

function Compared({ lines, isOff, reason, onReason, errors }: ComparedProps): VNode {
  const copy = stockWords.value;
  return (
    <>
      <ul class="ledger">
        {lines.map(({ key, label, counted = 0, stock }) => (
          <li key={key} class="shelf">
            <strong>{label}</strong>
            <span>
              {copy.counted} {spell(counted)} · {copy.byCard} {spell(stock)}
              {counted === stock ? '' : ` · ${copy.difference} ${spellSigned(counted - stock)}`}
            </span>
          </li>
        ))}
      </ul>
      {isOff ? (
        <ChoiceRows
          id="reason"
          label={copy.countReason}
          {...errorAt(errors, 'reason')}
          choices={rowsOf(stockReason).filter(({ key }) => key === 'counted' || key === 'unwritten')}
          chosen={reason || undefined}
          onChoose={onReason}
        />
      ) : (
        <p>{copy.countEqual}</p>
      )}
    </>
  );
}

function spellSigned(number: number): string {
  return number > 0 ? `+${spell(number)}` : `−${spell(-number)}`;
}
