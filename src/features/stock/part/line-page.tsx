import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { DoubtBox } from '../../../ui/form/doubt-box.tsx';
import { words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen } from '../../screen.ts';
import type { LineSave } from './use-line.ts';

interface LinePageProps {
  readonly screen: Screen;
  readonly title: string;
  readonly note: string;
  readonly line: LineSave;
  readonly children: ComponentChildren;
}

/** What stands around the questions of one line of a card. */
export function LinePage({ screen, title, note, line, children }: LinePageProps): VNode {
  return (
    <Page
      title={title}
      note={note}
      onBack={screen.back}
      action={<Button label={words.value.app.save} isMain isBusy={line.isBusy} onPress={line.goOn} />}
    >
      <ErrorSummary errors={line.errors} found={line.found} />
      {children}
      <DoubtBox doubts={line.doubts} onYes={line.confirm} onMend={line.mend} />
    </Page>
  );
}

/** A whole number as it was typed; `undefined` for a fraction, a word, nothing. */
export function readWhole(typed: string): number | undefined {
  const text = typed.trim().replace(/[.\s](?=\d{3}(?:\D|$))/g, '');
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
