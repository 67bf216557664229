import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { clockTime } from '../../../domain/calendar/civil-date.ts';
import type { ReportCase } from '../../../domain/figure/report.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { StateMark } from '../../../ui/bar/state-word.tsx';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ApiFailure } from '../../api.ts';
import { CaseTable } from './case-table.tsx';
import { GroundForm } from './ground-form.tsx';

/** Names as they came: kept only while this list is on the screen. */
interface Named {
  readonly cases: readonly ReportCase[];
  readonly at: number;
}

interface CaseListProps {
  readonly title: string;
  readonly cases: readonly ReportCase[];
  /** What it says of people stands in their own panels only: without a ground nothing but how many they are. */
  readonly isPrivate: boolean;
  readonly fewestInGround: number;
  readonly onNames: (ground: string) => Promise<Outcome<readonly ReportCase[], ApiFailure | 'ground'>>;
}

/** The cases behind a number. Names stay in the commune's book until a ground is stated, and each look is logged. */
export function CaseList(props: CaseListProps): VNode {
  const words = consoleWords(language.value);
  const [isAsking, setIsAsking] = useState(false);
  const [named, setNamed] = useState<Named | undefined>(undefined);

  async function ask(ground: string): Promise<ApiFailure | 'ground' | undefined> {
    const answer = await props.onNames(ground);
    if (!answer.ok) return answer.error;
    setNamed({ cases: answer.value, at: Date.now() });
    setIsAsking(false);
    return undefined;
  }

  if (props.cases.length === 0) return <p class="soft">{words.cases.none}</p>;
  const cases = named?.cases ?? props.cases;
  const count = spellNumber(cases.length, language.value);
  return (
    <>
      <p class="soft">{named ? words.cases.countedNamed(count) : words.cases.counted(count)}</p>
      {props.isPrivate && !named && <p>{words.cases.private}</p>}
      <div role="status">
        {named && <StateMark word={{ tone: 'waiting', icon: 'book', text: words.cases.logged(clockTime(named.at)) }} />}
      </div>
      {isAsking ? (
        <GroundForm fewest={props.fewestInGround} onAsk={ask} onCancel={() => setIsAsking(false)} />
      ) : (
        <div class="row-of-buttons not-printed">
          {named ? (
            <Button label={words.cases.hideNames} onPress={() => setNamed(undefined)} />
          ) : (
            <Button label={words.cases.seeNames} onPress={() => setIsAsking(true)} />
          )}
        </div>
      )}
      {(named || !props.isPrivate) && <CaseTable title={props.title} cases={cases} hasNames={named !== undefined} />}
    </>
  );
}
