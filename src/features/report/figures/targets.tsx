import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import { indicatorOf } from '../../../domain/figure/indicator.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';
import { type Screen, type ScreenProps, saySaved } from '../../screen.ts';
import { targetsPath } from './reported.ts';
import { figuresWords } from './words.ts';

type Target = Awaited<ReturnType<PhoneApi['targets']>>[number];

/** What the commune was given to reach in a year, typed from the decision. */
export function Targets({ screen, params }: ScreenProps): VNode | null {
  const year = /^\d{4}$/.test(params.year ?? '') ? Number(params.year) : Number(civilToday().slice(0, 4));
  const answer = useAnswer(() => screen.phone.targets(year), String(year), screen.revision.value);
  if (answer === undefined) return null;
  return (
    <TargetForm key={`${year} ${JSON.stringify(answer.value)}`} screen={screen} year={year} targets={answer.value} />
  );
}

interface TargetFormProps {
  readonly screen: Screen;
  readonly year: number;
  readonly targets: readonly Target[];
}

function TargetForm({ screen, year, targets }: TargetFormProps): VNode {
  const copy = figuresWords.value;
  const [typed, setTyped] = useState<{ readonly [key: string]: string }>(() =>
    Object.fromEntries(
      targets.map(({ indicator, value }) => [indicator, value === null ? '' : String(value).replace('.', ',')]),
    ),
  );
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const path = targetsPath(String(year));
  const save = useOnce(async () => {
    const read = targets.map(({ indicator }) => ({ indicator, value: readNumber(typed[indicator] ?? '') }));
    const wrong = read.filter(({ value }) => value === undefined);
    if (wrong.length > 0)
      return setErrors(wrong.map(({ indicator }) => ({ control: indicator, text: copy.notNumber })));
    const values = read.map(({ indicator, value = null }) => ({ indicator, value }));
    const saved = await screen.phone.saveTargets(year, values);
    const first = targets[0]?.indicator ?? '';
    if (!saved.ok) return setErrors([{ control: first, text: say(saved.error, language.value) }]);
    saySaved(screen, saved.value.transaction, path, copy.saved);
  });
  return (
    <Page
      title={copy.targetsOf(String(year))}
      note={copy.targetsHow}
      onBack={screen.back}
      action={<Button label={copy.save} isMain isBusy={save.isBusy} onPress={save.run} />}
    >
      <ErrorSummary errors={errors} />
      {targets.map(({ indicator }) => {
        const { label, unit } = indicatorOf(catalogue.indicators, indicator);
        return (
          <TextField
            key={indicator}
            id={indicator}
            label={`${say(label, language.value)} (${say(unit, language.value)})`}
            isOptional
            value={typed[indicator] ?? ''}
            onValue={(value) => setTyped({ ...typed, [indicator]: value })}
            {...errorAt(errors, indicator)}
          />
        );
      })}
    </Page>
  );
}

/** "65", "111,4", "1.234" (dots are for thousands) → a number; blank → none; else `undefined`. */
export function readNumber(text: string): number | null | undefined {
  const plain = text
    .trim()
    .replace(/\.(?=\d{3}(?:\D|$))/g, '')
    .replace(',', '.');
  if (plain === '') return null;
  return /^\d+(?:\.\d{1,2})?$/.test(plain) ? Number(plain) : undefined;
}
