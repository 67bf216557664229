import type { VNode } from 'preact';
import { useLatest } from '../../ui/hook/use-latest.ts';
import type { Screen } from '../screen.ts';
import { Drafts } from './drafts.tsx';
import { LeftNotice } from './left-notice.tsx';
import { TodayTasks } from './today-tasks.tsx';

/** What was left unfinished, and what is to be done. */
export function Work({ screen }: { readonly screen: Screen }): VNode {
  return (
    <>
      <LeftNotice screen={screen} />
      <Drafts screen={screen} />
      {screen.who.role === 'officer' && <Due screen={screen} />}
      <TodayTasks screen={screen} />
    </>
  );
}

/** An officer's alone, and its own file: what is to be handed in. */
function Due({ screen }: { readonly screen: Screen }): VNode | null {
  const due = useLatest(() => import('./reports-due.tsx').catch(() => undefined), 'due');
  return due === undefined ? null : <due.ReportsDue screen={screen} />;
}
