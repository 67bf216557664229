import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { consoleWords } from '../../../i18n/console-words.ts';
import { Button } from '../../../ui/button.tsx';
import { language } from '../../../ui/language.ts';
import { ClosingState } from '../../../ui/report/closing-state.tsx';
import type { CommuneReport, ConsoleCommune } from '../../api.ts';

interface ClosingListProps {
  readonly reports: readonly CommuneReport[];
  readonly communes: readonly ConsoleCommune[];
  readonly onOpen: (book: string, form: string, id: string) => void;
}

/** Who has handed in the period's reports, and who has not; in the communes' own order, nobody ranked. */
export function ClosingList({ reports, communes, onOpen }: ClosingListProps): VNode {
  const copy = consoleWords(language.value).closing;
  if (reports.length === 0) return <p class="soft">{copy.none}</p>;
  const nameOf = ({ book, name }: Pick<CommuneReport, 'book' | 'name'>) =>
    name ?? communes.find((one) => one.book === book)?.name ?? book;
  return (
    <table class="table report-table">
      <caption class="seen-by-ear">{copy.list}</caption>
      <thead>
        <tr>
          {[copy.commune, copy.form, copy.state, copy.frozen, copy.deadline].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {reports.map(({ closing, deadline, form, ...of }) => (
          <tr key={`${of.book} ${nameOf(of)} ${form}`}>
            <th scope="row">{nameOf(of)}</th>
            <td>{form}</td>
            <td>
              <ClosingState closing={closing} />
            </td>
            <td class="date">{closing === undefined ? '—' : formatDate(closing.date)}</td>
            <td class="date">{formatDate(deadline)}</td>
            <td>
              {closing !== undefined && (
                <Button
                  label={copy.open}
                  spoken={copy.openOf(form, nameOf(of))}
                  onPress={() => onOpen(of.book, form, closing.id)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
