import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { words } from '../../../ui/language.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import { draftPath, paperDraft } from '../../draft-path.ts';
import type { Screen, ScreenProps } from '../../screen.ts';
import { FinishSheet } from './finish-sheet.tsx';
import { PaperTableView } from './paper-table.tsx';
import { paperTables } from './paper-tables.ts';
import { type PaperSheet, sheetOf } from './sheet-draft.ts';
import { type SheetAtWork, useSheet } from './use-sheet.ts';

/** A paper sheet being typed in; `?table=3` is its third table. */
export function PaperSheetScreen({ screen, params, query }: ScreenProps): VNode | null {
  const { draft = '' } = params;
  const opened = useAnswer(() => openSheet(screen, draft), draft);
  if (opened === undefined) return null;
  if (opened.value === undefined) return <MissingScreen title={eventWords.value.paper.noSheet} />;
  const table = Number(query.table ?? '1');
  const shown = paperTables.some(({ number }) => number === table) ? table : 1;
  return <OpenSheet key={draft} screen={screen} draft={draft} opened={opened.value} shown={shown} />;
}

interface OpenedSheet {
  readonly sheet: PaperSheet;
  readonly villageName: string;
}

async function openSheet({ phone }: Screen, id: string): Promise<OpenedSheet | undefined> {
  const draft = (await phone.drafts()).find((one) => one.id === id && one.form === paperDraft);
  if (draft === undefined) return undefined;
  const sheet = sheetOf(draft.answers);
  const { name } = await phone.village(sheet.place);
  return name === '' ? undefined : { sheet, villageName: name };
}

interface OpenSheetProps {
  readonly screen: Screen;
  readonly draft: string;
  readonly opened: OpenedSheet;
  readonly shown: number;
}

function OpenSheet({ screen, draft, opened, shown }: OpenSheetProps): VNode | null {
  const work = useSheet(screen, draft, opened.sheet);
  const copy = eventWords.value.paper;
  const table = paperTables.find(({ number }) => number === shown);
  if (table === undefined) return null;
  const { month } = opened.sheet;
  const path = draftPath({ id: draft, form: paperDraft, page: 0 });
  return (
    <Page
      title={words.value.pages.paper}
      note={`${opened.villageName} · ${words.value.report.month(month.slice(5), month.slice(0, 4))}`}
      onBack={screen.back}
      takesFocus={false}
    >
      <Tables work={work} shown={shown} path={path} />
      <PaperTableView key={shown} screen={screen} work={work} table={table} />
      <div class="row-of-buttons">
        {shown < paperTables.length && (
          <Button label={copy.nextTable(shown + 1)} onPress={() => screen.go(`${path}?table=${shown + 1}`)} />
        )}
      </div>
      <FinishSheet screen={screen} work={work} path={path} />
    </Page>
  );
}

interface TablesProps {
  readonly work: SheetAtWork;
  readonly shown: number;
  readonly path: string;
}

/** The eleven tables with what is saved of each: "3. Người chết (2)". */
function Tables({ work, shown, path }: TablesProps): VNode {
  const copy = eventWords.value.paper;
  const saved = (table: number): number => (work.sheet.rows[table] ?? []).filter((row) => row.saved !== '').length;
  return (
    <details class="p0-tables">
      <summary>{copy.tables}</summary>
      <ul class="plain">
        {paperTables.map(({ number }) => (
          <li key={number}>
            <a class="line-link" href={`${path}?table=${number}`} aria-current={number === shown ? 'page' : undefined}>
              {copy.tableOf(number, copy.title[number - 1] ?? '', saved(number))}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
