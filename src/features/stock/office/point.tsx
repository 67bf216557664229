import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Value } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import type { StorePage } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language, words } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { storePath } from '../part/paths.ts';
import { stockWords } from '../part/words.ts';
import { pointWords } from './point-words.ts';

/** An outlying point of the station: opened under a name, renamed, closed when nothing is left there, opened again. */
export function Point({ screen, params }: ScreenProps): VNode | null {
  const id = params.store === 'new' ? '' : (params.store ?? '');
  const answer = useAnswer(async () => (id === '' ? undefined : await screen.phone.store(id)), id);
  if (answer === undefined) return null;
  const store = answer.value;
  if (id !== '' && store?.point === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <PointPage screen={screen} {...(store && { store })} />;
}

type Write = (end: Value | undefined, done: string, control: string) => Promise<void>;

function PointPage({ screen, store }: { readonly screen: Screen; readonly store?: StorePage }): VNode {
  const copy = pointWords.value;
  const today = civilToday();
  const { since = today, until = '' } = store?.point ?? {};
  const [typed, setTyped] = useState<{ readonly name: string; readonly since: Value | undefined }>({
    name: store?.name ?? '',
    since,
  });
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const write: Write = async (end, done, control) => {
    const told = { name: typed.name, since: textIn(typed.since), until: textIn(end) };
    const saved = await screen.phone.savePoint(store?.id ?? '', told);
    if (!saved.ok) return setErrors([{ control, text: say(saved.error, language.value) }]);
    const path = store === undefined ? '/stock' : storePath(store.id);
    screen.say({ text: `${words.value.bar.saved}. ${done}`, path });
    screen.returnTo(path);
  };
  const save = useOnce(() => write(until, copy.saved, 'name'));
  return (
    <Page
      title={store === undefined ? stockWords.value.pointNew : stockWords.value.jobPoint}
      note={store?.name ?? screen.who.communeName}
      onBack={screen.back}
      action={<Button label={words.value.app.save} isMain isBusy={save.isBusy} onPress={save.run} />}
    >
      <ErrorSummary errors={errors} />
      <p class="soft">{copy.how}</p>
      <TextField
        id="name"
        label={copy.name}
        {...errorAt(errors, 'name')}
        look="name"
        value={typed.name}
        onValue={(name) => setTyped({ ...typed, name })}
      />
      <DateField
        id="since"
        label={copy.since}
        answer={typed.since}
        isPartial={false}
        today={today}
        onAnswer={(day) => setTyped({ ...typed, since: day })}
      />
      {store !== undefined && <CloseOrOpen until={until} errors={errors} write={write} />}
    </Page>
  );
}

interface CloseOrOpenProps {
  readonly until: string;
  readonly errors: readonly FieldError[];
  readonly write: Write;
}

function CloseOrOpen({ until, errors, write }: CloseOrOpenProps): VNode {
  const copy = pointWords.value;
  const today = civilToday();
  const [closing, setClosing] = useState<Value | undefined>(today);
  const close = useOnce(() => write(closing, copy.closed, 'until'));
  const open = useOnce(() => write('', copy.opened, 'name'));
  if (until !== '')
    return (
      <div>
        <Button label={copy.reopen} isQuiet isBusy={open.isBusy} onPress={open.run} />
      </div>
    );
  return (
    <section class="section">
      <h2>{copy.close}</h2>
      <p class="soft">{copy.closeHow}</p>
      <DateField
        id="until"
        label={copy.until}
        {...errorAt(errors, 'until')}
        answer={closing}
        isPartial={false}
        today={today}
        onAnswer={setClosing}
      />
      <div>
        <Button label={copy.close} isQuiet isBusy={close.isBusy} onPress={close.run} />
      </div>
    </section>
  );
}

function textIn(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}
