import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ReportFigure } from '../../../domain/figure/report.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { FileField } from '../../../ui/form/files/file-field.tsx';
import type { NamedBytes } from '../../../ui/form/files/save-file.ts';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { type Screen, type ScreenProps, saySaved } from '../../screen.ts';
import { type ReportedPeriod, reportPath } from '../reported-period.ts';
import { FigurePage } from './figure-page.tsx';
import { figurePath, reportedOf } from './reported.ts';
import { readNumber } from './targets.tsx';
import { figuresWords, periodWord, spell, spellChange } from './words.ts';

/** "Chạy song song": what the paper report says, typed beside what the book counts; where they differ, our list opens. */
export function OnPaper({ screen, params }: ScreenProps): VNode | null {
  const reported = reportedOf(params.period);
  const answer = useAnswer(() => readBoth(screen, reported), reported.period.text, screen.revision.value);
  if (answer === undefined) return null;
  const { figures, typed } = answer.value;
  const told = JSON.stringify(typed);
  return <PaperForm key={`${reported.period.text} ${told}`} {...{ screen, reported, figures, typed }} />;
}

type Typed = { readonly [indicator: string]: string };

async function readBoth({ phone, who }: Screen, { form, period }: ReportedPeriod) {
  const table = await phone.report(form.code, period.text, who.commune);
  const typed = await phone.typedFigures(form.code, period.text);
  const found = new Map(typed.map(({ indicator, value }) => [indicator, value]));
  return {
    figures: [...table.above, ...table.rows].filter(({ key, isLegal }) => isLegal && found.has(key)),
    typed: Object.fromEntries([...found].map(([key, value]) => [key, value === null ? '' : String(value)])),
  };
}

interface PaperFormProps {
  readonly screen: Screen;
  readonly reported: ReportedPeriod;
  readonly figures: readonly ReportFigure[];
  readonly typed: Typed;
}

function PaperForm({ screen, reported, figures, typed: saved }: PaperFormProps): VNode {
  const copy = figuresWords.value;
  const { form, period } = reported;
  const [typed, setTyped] = useState(saved);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [said, setSaid] = useState('');
  const save = useOnce(() => saveAll({ screen, reported, figures, typed, setErrors }));
  const take = async ({ name, bytes }: NamedBytes): Promise<void> => {
    const found = await screen.phone.typedInFile(form.code, period.text, { name, bytes: new Uint8Array(bytes) });
    setTyped({ ...typed, ...Object.fromEntries(found.map(({ indicator, value }) => [indicator, String(value)])) });
    setSaid(found.length === 0 ? copy.paperNothing : copy.paperRead(found.length));
  };
  const differing = figures.filter((figure) => differs(figure, typed[figure.key]));
  return (
    <FigurePage screen={screen} view="paper" reported={reported} title={copy.paperOf(periodWord(period.text))}>
      <p>{copy.paperHow}</p>
      {screen.who.role === 'officer' && (
        <FileField
          label={copy.paperFile}
          hint={copy.paperFileHow}
          accept=".xlsx,.csv"
          onFiles={([file]) => void (file && take(file))}
        />
      )}
      <p role="status">{said}</p>
      {figures.some(({ key }) => (typed[key] ?? '') !== '') && (
        <p class="box">{differing.length === 0 ? copy.paperEqual : copy.paperDiffer(differing.length)}</p>
      )}
      <ErrorSummary errors={errors} />
      {figures.map((figure) => (
        <PaperLine
          key={figure.key}
          {...{ figure, period: period.text }}
          value={typed[figure.key] ?? ''}
          onValue={(value) => setTyped({ ...typed, [figure.key]: value })}
          {...errorAt(errors, figure.key)}
        />
      ))}
      {screen.who.role === 'officer' && <Button label={copy.save} isMain isBusy={save.isBusy} onPress={save.run} />}
    </FigurePage>
  );
}

interface PaperLineProps {
  readonly figure: ReportFigure;
  readonly period: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly error?: string;
}

function PaperLine({ figure, period, value, onValue, error }: PaperLineProps): VNode {
  const copy = figuresWords.value;
  const label = labelOf(figure);
  const ours = spell(figure.value, figure.decimals);
  const number = readNumber(value);
  const change = (number ?? 0) - (figure.value ?? 0);
  const differing = differs(figure, value) ? [copy.paperDifference(spellChange(change, 0))] : [];
  return (
    <div>
      <TextField
        id={figure.key}
        label={label}
        inputMode="numeric"
        isOptional
        value={value}
        onValue={onValue}
        {...(error !== undefined && { error })}
      />
      <a class="line-link" href={reportPath(period, figure.row)}>
        <span class="seen-by-ear">{label}. </span>
        {[copy.ours(ours), ...differing].join(' · ')}
      </a>
    </div>
  );
}

function labelOf({ cell, row, key, label }: ReportFigure): string {
  const name =
    cell === undefined
      ? say(label, language.value)
      : `${say(cell.line, language.value)}, ${say(cell.column, language.value)}`;
  return row === key ? name : `${row}. ${name}`;
}

/** Only what somebody typed can differ. */
function differs({ value }: ReportFigure, text = ''): boolean {
  const number = readNumber(text);
  return number != null && number !== value;
}

interface Saving extends PaperFormProps {
  readonly setErrors: (errors: readonly FieldError[]) => void;
}

async function saveAll({ screen, reported, figures, typed, setErrors }: Saving): Promise<void> {
  const copy = figuresWords.value;
  const { form, period } = reported;
  const read = figures.map(({ key }) => ({ indicator: key, value: readNumber(typed[key] ?? '') }));
  const wrong = read.filter(({ value }) => value !== null && !Number.isInteger(value));
  if (wrong.length > 0) return setErrors(wrong.map(({ indicator }) => ({ control: indicator, text: copy.notCount })));
  const values = read.map(({ indicator, value = null }) => ({ indicator, value }));
  const saved = await screen.phone.saveTyped(form.code, period.text, values);
  const [first] = figures;
  if (!saved.ok) return setErrors([{ control: first?.key ?? '', text: say(saved.error, language.value) }]);
  saySaved(screen, saved.value.transaction, figurePath('paper', period.text), copy.paperSaved);
}
