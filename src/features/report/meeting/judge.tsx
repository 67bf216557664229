import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary, errorAt, type FieldError } from '../../../ui/error-summary.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { TickRows } from '../../../ui/field/tick-rows.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { language } from '../../../ui/language.ts';
import { type Screen, saySaved } from '../../screen.ts';
import { type Doubt, DoubtRows, doubtNote, doubtTitle } from './doubt-rows.tsx';
import type { Keeper } from './keeper-state.tsx';
import { meetingWords } from './words.ts';

interface JudgeProps {
  readonly screen: Screen;
  readonly month: string;
  readonly keeper: Keeper;
  readonly path: string;
}

/** What to ask again in this month; at the office, of a slip that is handed in, then its verdict. */
export function Judge({ screen, month, keeper, path }: JudgeProps): VNode | null {
  const [doubts, setDoubts] = useState<readonly Doubt[]>();
  const find = useOnce(async () => setDoubts(await screen.phone.slipDoubts(month, keeper.id)));
  const copy = meetingWords.value;
  if (screen.who.role !== 'collaborator' && screen.who.role !== 'officer') return null;
  const isJudged = screen.who.role === 'officer' && keeper.is === 'handed';
  return (
    <section class="section not-printed">
      <h2>{copy.doubts}</h2>
      {doubts === undefined ? (
        <div>
          <Button
            label={find.isBusy ? copy.seeking : copy.findDoubts}
            icon="search"
            isBusy={find.isBusy}
            onPress={find.run}
          />
        </div>
      ) : (
        <>
          {doubts.length === 0 && <p role="status">{copy.noDoubts}</p>}
          <DoubtRows doubts={doubts} month={month} keeper={keeper.id} />
        </>
      )}
      {isJudged && doubts !== undefined && (
        <Verdict
          screen={screen}
          month={month}
          keeper={keeper}
          path={path}
          doubts={doubts.filter(({ isOnSlip }) => isOnSlip)}
        />
      )}
    </section>
  );
}

interface VerdictProps extends JudgeProps {
  readonly doubts: readonly Doubt[];
}

/** The whole slip at once: only its doubtful lines ask for a tick; or back, with a reason. */
function Verdict({ screen, month, keeper, path, doubts }: VerdictProps): VNode {
  const copy = meetingWords.value;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const judged = async (verdict: 'accepted' | 'returned', done: string): Promise<void> => {
    const told = { verdict, reason: verdict === 'returned' ? reason : '', confirmed: ticked };
    const saved = await screen.phone.judgeSlip(month, keeper.id, told);
    if (!saved.ok) return setErrors([{ control: 'reason', text: say(saved.error, language.value) }]);
    saySaved(screen, saved.value.transaction, path, done);
  };
  const left = doubts.length - ticked.length;
  const accept = useOnce(async () => {
    if (left > 0) return setErrors([{ control: 'confirmed', text: copy.leftToConfirm(left) }]);
    await judged('accepted', copy.accepted);
  });
  const giveBack = useOnce(() => judged('returned', copy.returned));
  return (
    <>
      <h2>{copy.judge}</h2>
      <ErrorSummary errors={errors} />
      {doubts.length > 0 && (
        <TickRows
          id="confirmed"
          label={copy.confirmed}
          hint={copy.judgeHow}
          choices={doubts.map((doubt) => ({ key: doubt.id, label: doubtTitle(doubt), note: doubtNote(doubt) }))}
          ticked={ticked}
          onTick={setTicked}
          {...errorAt(errors, 'confirmed')}
        />
      )}
      <Button label={copy.accept} isMain isBusy={accept.isBusy} onPress={accept.run} />
      <TextField id="reason" label={copy.reason} value={reason} onValue={setReason} {...errorAt(errors, 'reason')} />
      <div>
        <Button label={copy.giveBack} icon="undo" isBusy={giveBack.isBusy} onPress={giveBack.run} />
      </div>
    </>
  );
}
