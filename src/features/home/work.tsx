import type { VNode } from 'preact';
import type { Screen } from '../screen.ts';
import { Drafts } from './drafts.tsx';
import { TodayTasks } from './today-tasks.tsx';

/** What was left unfinished, and what is to be done. */
export function Work({ screen }: { readonly screen: Screen }): VNode {
  return (
    <>
      <Drafts screen={screen} />
      <TodayTasks screen={screen} />
    </>
  );
}
