import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { actWords } from '../words.ts';
import { type ReadChange, useAsk } from './use-ask.ts';

type Village = Screen['who']['places'][number];

/** The village of the address; a page that says so where the officer has no such one. */
export function withVillage({ screen, params }: ScreenProps, draw: (village: Village) => VNode): VNode {
  const village = screen.who.places.find(({ id, level }) => id === params.place && level === 'village');
  return village === undefined ? <MissingScreen title={actWords.value.units.title} /> : draw(village);
}

interface AskPageProps {
  readonly screen: Screen;
  readonly title: string;
  readonly village: string;
  /** The verb of what is asked: it stands on the button. */
  readonly verb: string;
  readonly read: ReadChange;
  readonly children: ComponentChildren;
}

/** What is asked of the hub about one village. */
export function AskPage({ screen, title, village, verb, read, children }: AskPageProps): VNode {
  const ask = useAsk(screen, read);
  return (
    <Page
      title={title}
      note={village}
      onBack={screen.back}
      action={<Button label={verb} isMain isBusy={ask.isBusy} onPress={ask.press} />}
    >
      <ErrorSummary errors={ask.errors} />
      {children}
      <p class="soft">{actWords.value.units.online}</p>
    </Page>
  );
}
