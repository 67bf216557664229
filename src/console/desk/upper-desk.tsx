import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { upperForms } from '../../catalogue/reports/upper-forms.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import type { Period } from '../../domain/calendar/period.ts';
import { formFor } from '../../domain/figure/report.ts';
import { say } from '../../domain/words.ts';
import { consoleWords } from '../../i18n/console-words.ts';
import { Button } from '../../ui/button.tsx';
import { language } from '../../ui/language.ts';
import { goTo } from '../address.ts';
import type { ConsoleApi, ConsoleCommune, UpperAnswer, UpperColumn } from '../api.ts';
import { saveUpper } from '../features/upper/upper-file.ts';
import { UpperTable } from '../features/upper/upper-table.tsx';
import { Loaded } from '../loaded.tsx';
import { useReply } from '../use-reply.ts';

interface UpperDeskProps {
  readonly api: Pick<ConsoleApi, 'upper'>;
  readonly communes: readonly ConsoleCommune[];
  readonly period: Period;
  readonly onEnded: () => void;
}

/** Kept while one goes to a commune's report and back. */
const showsOwn = signal(false);

/** The level above's own form of the period: 01-DSH of a quarter, 02-DSH of a year. */
export function UpperDesk({ api, communes, period, onEnded }: UpperDeskProps): VNode {
  const copy = consoleWords(language.value).upper;
  if (formFor(upperForms, period) === undefined) return <p>{copy.noForm}</p>;
  return <Form key={period.text} {...{ api, communes, period, onEnded }} />;
}

function Form({ api, communes, period, onEnded }: UpperDeskProps): VNode {
  const copy = consoleWords(language.value).upper;
  const answer = useReply(period.text, () => api.upper(period.text), onEnded);
  const nameOf = ({ book, name }: UpperColumn): string =>
    name ?? communes.find((one) => one.book === book)?.name ?? book;
  return (
    <Loaded answer={answer} loading={copy.loading}>
      {({ value }) => (
        <>
          <Head upper={value} nameOf={nameOf} />
          <UpperTable
            upper={value}
            nameOf={nameOf}
            showsOwn={showsOwn.value}
            onOpen={(book, closing, row) => goTo({ book, period: period.text, closing, form: null, row })}
          />
          <Ways upper={value} nameOf={nameOf} />
        </>
      )}
    </Loaded>
  );
}

interface UpperProps {
  readonly upper: UpperAnswer;
  readonly nameOf: (column: UpperColumn) => string;
}

/** How much of it there is: whoever signs it must see who is missing, also on paper. */
function Head({ upper, nameOf }: UpperProps): VNode {
  const copy = consoleWords(language.value).upper;
  const { columns, deadline, together } = upper;
  const missing = columns.filter(({ values }) => values.length === 0).map(nameOf);
  return (
    <div>
      <p class="form-title">{say(together.title, language.value)}</p>
      <p>{copy.handedIn(columns.length - missing.length, columns.length)}</p>
      {missing.length > 0 && <p class="box">{copy.missing(missing.join(', '))}</p>}
      <p class="soft">
        {copy.due(formatDate(deadline))} <span class="not-printed">{copy.how}</span>
      </p>
    </div>
  );
}

function Ways({ upper, nameOf }: UpperProps): VNode {
  const { upper: copy, report } = consoleWords(language.value);
  const [said, setSaid] = useState('');
  const save = async (format: 'xlsx' | 'csv'): Promise<void> =>
    setSaid(copy.saved(await saveUpper({ upper, nameOf, hasOwn: showsOwn.value }, format)));
  return (
    <div class="not-printed">
      <div class="row-of-buttons">
        <Button
          label={showsOwn.value ? report.hideOwn : report.showOwn}
          isOpen={showsOwn.value}
          onPress={() => {
            showsOwn.value = !showsOwn.value;
          }}
        />
        <Button label={copy.xlsx} icon="install" onPress={() => void save('xlsx')} />
        <Button label={copy.csv} icon="install" onPress={() => void save('csv')} />
        <Button label={copy.print} icon="print" onPress={() => window.print()} />
      </div>
      <p role="status">{said}</p>
    </div>
  );
}
