import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { useOnce } from '../../../ui/hook/use-once.ts';
import { words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { monthAway } from '../../../ui/words/civil-time.ts';
import { eventWords } from '../../../ui/words/event-words.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { draftPath, paperDraft } from '../../draft-path.ts';
import type { ScreenProps } from '../../screen.ts';
import { answersOfSheet } from './sheet-draft.ts';

/** Months that a sheet may still come from. */
const monthsBack = 6;

/** "Nhập phiếu P0 giấy": of which village and which month the sheet is. */
export function StartSheet({ screen }: ScreenProps): VNode {
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const thisMonth = civilToday().slice(0, 7);
  const [place, setPlace] = useState(villages.length === 1 ? villages[0]?.id : undefined);
  const [month, setMonth] = useState<string>();
  const [isPressed, setPressed] = useState(false);
  const copy = eventWords.value.paper;
  const months = Array.from({ length: monthsBack }, (_, index) => monthAway(thisMonth, -index));
  const begin = useOnce(async () => {
    setPressed(true);
    if (place === undefined || month === undefined) return;
    const sheet = { place, month, rows: {} };
    const kept = {
      id: crypto.randomUUID(),
      form: paperDraft,
      household: place,
      page: 0,
      answers: answersOfSheet(sheet),
    };
    await screen.phone.saveDraft(kept);
    screen.go(draftPath(kept));
  });
  const missing = [
    ...(place === undefined ? [{ control: 'village', text: copy.chooseVillage }] : []),
    ...(month === undefined ? [{ control: 'month', text: copy.chooseMonth }] : []),
  ];
  return (
    <Page
      title={words.value.pages.paper}
      note={copy.how}
      onBack={screen.back}
      action={<Button label={copy.begin} isMain isBusy={begin.isBusy} onPress={begin.run} />}
    >
      <ErrorSummary errors={isPressed ? missing : []} />
      <ChoiceRows
        id="village"
        label={eventWords.value.many.village}
        choices={villages.map(({ id, name }) => ({ key: id, label: name }))}
        chosen={place}
        onChoose={setPlace}
      />
      <ChoiceRows
        id="month"
        label={copy.month}
        choices={months.map((one) => ({ key: one, label: words.value.report.month(one.slice(5), one.slice(0, 4)) }))}
        chosen={month}
        onChoose={setMonth}
      />
    </Page>
  );
}
