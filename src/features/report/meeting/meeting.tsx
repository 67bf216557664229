import type { VNode } from 'preact';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { MonthSteps } from './month-steps.tsx';
import { hereOf, meetingPath, monthOf } from './months.ts';
import { AtTheTable } from './table/at-the-table.tsx';
import { MeetingDoubts } from './table/meeting-doubts.tsx';
import { Reminder } from './table/reminder.tsx';
import { Stores } from './table/stores.tsx';
import { meetingWords, monthWord } from './words.ts';

/** "Giao ban": the month gone through with all collaborators, on one screen and on one page of paper. */
export function Meeting({ screen, params }: ScreenProps): VNode | null {
  const month = monthOf(params.month);
  const answer = useAnswer(() => readMeeting(screen, month), month, screen.revision.value);
  if (answer === undefined) return null;
  const copy = meetingWords.value;
  const { keepers, notes } = answer.value;
  const handed = keepers.filter(({ is }) => is !== 'open' && is !== 'returned').length;
  const accepted = keepers.filter(({ is }) => is === 'accepted').length;
  return (
    <div class="sheet sheet-tall">
      <Page title={copy.titleOf(monthWord(month))} note={screen.who.communeName} onBack={screen.back}>
        <MonthSteps month={month} onMonth={(next) => screen.go(meetingPath(next))} />
        <p>
          <strong>{copy.handedIn(handed, keepers.length)}</strong> · {copy.left(keepers.length - handed)}
          <br />
          <strong>{copy.acceptedCount(accepted, keepers.length)}</strong> · {copy.left(keepers.length - accepted)}
        </p>
        <AtTheTable
          key={`${month} ${JSON.stringify(notes)}`}
          screen={screen}
          month={month}
          keepers={keepers}
          notes={notes}
          path={hereOf(meetingPath, params.month)}
        />
        <MeetingDoubts key={month} screen={screen} month={month} />
        <Stores screen={screen} month={month} keepers={keepers} />
        <Reminder month={month} handed={handed} all={keepers.length} tasks={notes.tasks} />
        <Signed />
      </Page>
    </div>
  );
}

async function readMeeting({ phone }: Screen, month: string) {
  const [keepers, notes] = await Promise.all([phone.slipKeepers(month), phone.meetingNotes(month)]);
  return { keepers, notes };
}

function Signed(): VNode {
  const copy = meetingWords.value;
  return (
    <div class="sheet-signed">
      {[copy.signOfficer, copy.signHead].map((who) => (
        <p key={who}>
          <strong>{who}</strong>
          <br />
          {copy.signName}
        </p>
      ))}
    </div>
  );
}
