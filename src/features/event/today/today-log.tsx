import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { dateOfDay, dayNumber } from '../../../domain/calendar/civil-date.ts';
import { formatDate, parsePartialDate } from '../../../domain/calendar/partial-date.ts';
import type { Value } from '../../../domain/value.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/field/date-field.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { WrittenRow } from './written-row.tsx';

/** "Hôm nay tôi đã ghi": each act of one's own day, to be looked at again, mended or taken back. `?day=` is another day. */
export function TodayLog({ screen, query }: ScreenProps): VNode | null {
  const today = civilToday();
  const day = readDay(query.day, today);
  const answer = useAnswer(() => screen.phone.writtenOn(day), day, screen.revision.value);
  const words = eventWords.value.today;
  if (answer === undefined) return null;
  const lines = answer.value;
  const kept = lines.filter(({ isTakenBack }) => !isTakenBack).length;
  return (
    <Page
      title={day === today ? words.title : words.titleOf(formatDate(day))}
      note={words.count(kept)}
      onBack={screen.back}
    >
      <DayTurn screen={screen} day={day} today={today} />
      {lines.length === 0 && <p>{words.empty}</p>}
      <ul class="ledger">
        {lines.map((line) => (
          <WrittenRow key={line.transaction} screen={screen} line={line} path="/today" isToday={day === today} />
        ))}
      </ul>
    </Page>
  );
}

interface DayTurnProps {
  readonly screen: Screen;
  readonly day: string;
  readonly today: string;
}

/** A day back, a day on; no day lies after today. */
function DayTurn({ screen, day, today }: DayTurnProps): VNode {
  const words = eventWords.value.today;
  const show = (to: string): void => screen.go(to === today ? '/today' : `/today?day=${to}`);
  const turn = (by: number): void => show(dateOfDay(dayNumber(day) + by));
  return (
    <>
      <div class="row-of-buttons">
        <Button label={words.dayBefore} icon="left" onPress={() => turn(-1)} />
        {day < today && <Button label={words.dayAfter} icon="right" onPress={() => turn(1)} />}
      </div>
      <details>
        <summary>{words.otherDay}</summary>
        <OtherDay today={today} onShow={show} />
      </details>
    </>
  );
}

interface OtherDayProps {
  readonly today: string;
  readonly onShow: (day: string) => void;
}

function OtherDay({ today, onShow }: OtherDayProps): VNode {
  const [answer, setAnswer] = useState<Value>();
  const [isWrong, setWrong] = useState(false);
  const words = eventWords.value.today;
  const show = (): void => {
    const isDay = typeof answer === 'string' && answer <= today;
    setWrong(!isDay);
    if (isDay) onShow(answer);
  };
  return (
    <Entry onEnter={show}>
      <DateField
        id="other-day"
        label={words.otherDay}
        answer={answer}
        isPartial={false}
        today={today}
        {...(isWrong && { error: words.dayWrong })}
        onAnswer={setAnswer}
      />
      <div>
        <Button label={words.show} onPress={show} />
      </div>
    </Entry>
  );
}

/** A whole civil day up to today; anything else is today. */
function readDay(text: string | undefined, today: string): string {
  return text?.length === 10 && parsePartialDate(text).ok && text <= today ? text : today;
}
