import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Finding } from '../../../domain/form/check.ts';
import type { Fields } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { DoubtBox } from '../../../ui/form/doubt-box.tsx';
import { finishAnswers } from '../../../ui/form/finished-answers.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { type Screen, undoAll } from '../../screen.ts';
import type { OpenedForm } from '../open-form.ts';
import { usualChoice } from './list-choice.ts';
import { type Many, tickedOf } from './many-list.ts';
import { RepeatMany } from './repeat-many.tsx';
import { saveMany } from './save-many.ts';
import { TickList } from './tick-list.tsx';

export interface TickPageProps {
  readonly screen: Screen;
  readonly many: Many;
  readonly opened: OpenedForm;
  readonly answers: Fields;
  readonly onAnswers: (answers: Fields) => void;
  readonly path: string;
  readonly onSaved: () => Promise<void>;
}

/** Who: ticked on a list, counted, saved in one go that can be taken back in one go. */
export function TickPage(props: TickPageProps): VNode {
  const { screen, many, opened, answers } = props;
  const [choice, setChoice] = useState(usualChoice(many.definition.key));
  const [isRepeating, setRepeating] = useState(false);
  const ticked = tickedOf(answers, many.subject);
  const saving = useSaving(props, ticked);
  const tick = (id: string): void => {
    saving.clear();
    const next = ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id];
    props.onAnswers({ ...answers, [many.subject]: next });
  };
  const copy = eventWords.value.many;
  // What cannot be taken lightly is said once more, with the deed on the button; what stops or is asked comes back here.
  const isSaidAgain = many.definition.repeatsAs !== undefined && ticked.length > 0;
  if (isSaidAgain && isRepeating && saving.findings.length === 0)
    return <RepeatMany {...props} ticked={ticked} saving={saving} onBack={() => setRepeating(false)} />;
  const press = (): void => {
    if (isSaidAgain) {
      saving.clear();
      setRepeating(true);
    } else saving.press();
  };
  const stops = saving.findings.filter(({ strength }) => strength === 'stop');
  const doubts = stops.length > 0 ? [] : saving.findings;
  const missing = saving.isEmpty ? [{ control: 'sought', text: copy.tickSome }] : [];
  const errors = [
    ...missing,
    ...stops.map(({ message }) => ({ control: 'sought', text: say(message, language.value) })),
  ];
  return (
    <Page
      title={copy.whoTitle}
      note={`${say(many.definition.title, language.value)} · ${opened.note}`}
      onBack={screen.back}
      action={
        <Button
          label={saving.done === undefined ? copy.save(ticked.length) : copy.progress(saving.done, ticked.length)}
          isMain
          isBusy={saving.isBusy}
          onPress={press}
        />
      }
    >
      <ErrorSummary errors={errors} found={saving.findings} />
      <DoubtBox doubts={doubts} onYes={saving.confirm} onMend={saving.clear} />
      <TickList
        {...{ screen, choice, place: many.place, form: many.definition.key, onTick: tick }}
        ticked={new Set(ticked)}
        onChoice={setChoice}
      />
    </Page>
  );
}

export interface Saving {
  readonly findings: readonly Finding[];
  /** Pressed with nobody ticked. */
  readonly isEmpty: boolean;
  /** How many are recorded while it runs. */
  readonly done: number | undefined;
  readonly isBusy: boolean;
  readonly press: () => void;
  readonly confirm: () => void;
  readonly clear: () => void;
}

function useSaving({ screen, many, opened, answers, onSaved }: TickPageProps, ticked: readonly string[]): Saving {
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [isEmpty, setEmpty] = useState(false);
  const [done, setDone] = useState<number>();
  const { definition, place, subject } = many;
  const home = `/book/${encodeURIComponent(place)}`;
  const save = async (asked: readonly string[]): Promise<void> => {
    setEmpty(ticked.length === 0);
    if (ticked.length === 0) return;
    const common = finishAnswers(definition, answers, opened.context.today);
    const list = { form: definition.key, subject, place, answers: common, people: ticked, asked };
    const saved = await saveMany(screen.phone, list, setDone);
    setDone(undefined);
    setFindings(saved.findings);
    if (saved.findings.length > 0) return;
    await onSaved();
    const undo = (): Promise<void> => undoAll(screen, saved.transactions, home);
    const text = `${words.value.bar.saved}: ${eventWords.value.many.people(ticked.length)}`;
    screen.say({ text, path: home, undo });
    screen.returnTo(home);
  };
  const plain = useOnce(() => save([]));
  const sure = useOnce(() => save([...new Set(findings.map(({ check }) => check))]));
  return {
    findings,
    isEmpty,
    done,
    isBusy: plain.isBusy || sure.isBusy,
    press: plain.run,
    confirm: sure.run,
    clear: () => {
      setFindings([]);
      setEmpty(false);
    },
  };
}
