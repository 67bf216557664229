import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/field/select-field.tsx';
import { language } from '../../../ui/language.ts';
import { Ledger, LedgerRow } from '../../../ui/ledger.tsx';
import type { ImportPreview, RemarkPage } from '../../../workers/api/transfer-api.ts';
import type { Screen } from '../../screen.ts';
import { titleIn } from '../wizard/fact-word.ts';
import { transferWords } from '../words.ts';
import { tableWord } from './table-word.ts';

interface RemarkListProps {
  readonly screen: Screen;
  readonly preview: ImportPreview;
  /** Of a list of no fixed format. */
  readonly titles: FileTitles | undefined;
}

/** What a list calls each of its columns, by what the column was read as. */
export interface FileTitles {
  readonly [fact: string]: string;
}

/** Every remark can be seen, a page at a time: thousands of rows at once would hold the page up. */
export function RemarkList({ screen, preview, titles }: RemarkListProps): VNode | null {
  const words = transferWords.value.preview;
  const [kind, setKind] = useState('');
  const [page, setPage] = useState<RemarkPage>(preview.remarks);
  if (preview.remarks.of === 0) return null;
  const show = async (why: string, shown: RemarkPage['remarks']): Promise<void> => {
    const next = await screen.phone.importRemarks(shown.length, why);
    setPage({ remarks: [...shown, ...next.remarks], of: next.of });
  };
  const choose = (why: string): void => {
    setKind(why);
    void show(why, []);
  };
  const left = page.of - page.remarks.length;
  return (
    <section>
      <h2>{words.reasons}</h2>
      {preview.doubts.length > 1 && (
        <SelectField
          id="kind"
          label={words.kind}
          blank={words.allKinds}
          choices={preview.doubts.map(({ why, words: reason }) => ({ key: why, label: say(reason, language.value) }))}
          chosen={kind}
          onChoose={choose}
        />
      )}
      <Ledger>
        {page.remarks.map((remark, index) => (
          <LedgerRow
            key={index}
            title={`${remark.strength === 'refuse' ? words.refused : words.doubtful}: ${say(remark.words, language.value)}`}
            note={whereOf(remark, titles)}
          />
        ))}
      </Ledger>
      {left > 0 && <Button label={words.more(left)} onPress={() => void show(kind, page.remarks)} />}
    </section>
  );
}

/** By row and by column as they are called in the file itself. */
function whereOf({ table, row, column, about }: RemarkPage['remarks'][number], titles: FileTitles | undefined): string {
  const { preview: words, compare } = transferWords.value;
  const title = titles === undefined ? column : titleIn(titles, column);
  const where = title === undefined ? words.whereRow(tableWord(table), row) : words.where(tableWord(table), row, title);
  if (about === undefined) return where;
  return `${about.is === 'household' ? compare.household(about.name) : about.name} · ${where}`;
}
