import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DoubtBox } from '../../ui/form/doubt-box.tsx';
import { words } from '../../ui/language.ts';
import { Page } from '../../ui/page/page.tsx';
import type { Screen } from '../screen.ts';
import type { useAct } from './use-act.ts';

interface ActPageProps {
  readonly screen: Screen;
  readonly title: string;
  readonly note: string;
  readonly act: ReturnType<typeof useAct>;
  /** On the button where "Lưu" would say too little. */
  readonly verb?: string;
  readonly children: ComponentChildren;
}

/** What every act shows around its questions. */
export function ActPage({ screen, title, note, act, verb, children }: ActPageProps): VNode {
  const doubts = act.doubts.map(({ code, about = '', message }) => ({
    check: `${code} ${about}`,
    strength: 'ask' as const,
    field: '',
    message,
  }));
  return (
    <Page
      title={title}
      note={note}
      onBack={screen.back}
      action={<Button label={verb ?? words.value.app.save} isMain isBusy={act.isBusy} onPress={act.goOn} />}
    >
      <ErrorSummary errors={act.errors} found={act.found} />
      {children}
      <DoubtBox doubts={doubts} onYes={act.confirm} onMend={act.mend} />
    </Page>
  );
}
