import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { catalogue } from '../../../catalogue/index.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language, words } from '../../../ui/language.ts';
import { formPath, householdPath, personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { livesWords } from '../../../ui/words/lives-words.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { Screen, ScreenProps } from '../../screen.ts';

type ReviewLine = Awaited<ReturnType<Screen['phone']['review']>>[number]['lines'][number];

const portion = 40;

/** What one check finds, to be worked off line by line; a line that is mended is gone. */
export function ReviewLines({ screen, params, query }: ScreenProps): VNode | null {
  const check = params.check ?? '';
  const place = query.place ?? '';
  const [shown, setShown] = useState(portion);
  const groups = useLatest(() => screen.phone.review(place, shown), `${place} ${shown}`, screen.revision.value);
  if (groups === undefined) return null;
  const copy = livesWords.value.review;
  const group = groups.find((one) => one.check === check);
  if (group === undefined) return <MissingScreen title={copy.missing} />;
  const left = group.total - group.lines.length;
  const count = copy.count(spellNumber(group.total, language.value));
  return (
    <Page title={say(group.title, language.value)} note={count} onBack={screen.back}>
      {group.total === 0 && <p>{copy.missing}</p>}
      <ul class="ledger">
        {group.lines.map((line) => (
          <Line key={`${line.record} ${line.message.vi}`} line={line} isDouble={group.mayBeOne} mends={group.mends} />
        ))}
      </ul>
      {left > 0 && <Button label={copy.more(left)} onPress={() => setShown(shown + portion)} />}
    </Page>
  );
}

function sheetOf({ household, householdNumber }: ReviewLine): string {
  const copy = words.value.household;
  return household === '' ? copy.none : copy.household(householdNumber);
}

interface LineProps {
  readonly line: ReviewLine;
  readonly isDouble: boolean;
  /** Form that mends it. */
  readonly mends: string | undefined;
}

function Line({ line, isDouble, mends }: LineProps): VNode {
  // What is found in the figures is about a place and no record: the report shows them.
  const isFigure = line.record === '';
  const where = isFigure ? line.villageName : [sheetOf(line), line.villageName].join(' · ');
  const isHousehold = !isFigure && line.record === line.household;
  const form = catalogue.forms.find(({ key }) => key === mends);
  return (
    <li>
      <a
        class="ledger-row"
        href={isFigure ? '/report' : isHousehold ? householdPath(line.household) : personPath(line.record)}
      >
        <span class="ledger-main">
          <span class="ledger-title">{line.name === '' ? where : line.name}</span>
          <span>{say(line.message, language.value)}</span>
          {!isFigure && <span class="ledger-note">{where}</span>}
        </span>
      </a>
      {isDouble && !isHousehold && !isFigure && (
        <p class="task-reason">
          <a class="button" href={`${personPath(line.record)}/join`}>
            <span>{livesWords.value.join.title}</span>
          </a>
        </p>
      )}
      {form && !isHousehold && line.household !== '' && (
        <p class="task-reason">
          <a class="button" href={formPath(line.household, form.key, line.record)}>
            <span>{say(form.title, language.value)}</span>
          </a>
        </p>
      )}
    </li>
  );
}
