import type { VNode } from 'preact';
import { Button } from '../../../ui/button.tsx';
import { words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';

interface RecoveryCardProps {
  readonly card: readonly string[];
  readonly userName: string;
  readonly onDone: () => void;
}

/** Kept on paper at the station. No copy to the clipboard: other apps, and some clouds, read that. */
export function RecoveryCard({ card, userName, onDone }: RecoveryCardProps): VNode {
  const { activate, app } = words.value;
  return (
    <Page title={activate.cardTitle} action={<Button label={app.next} isMain onPress={onDone} />}>
      <p class="not-printed">{activate.cardHow}</p>
      <p class="soft">{activate.cardOwner(userName)}</p>
      <ol class="card-words" translate={false}>
        {card.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ol>
      <p class="not-printed">{activate.cardOnce}</p>
      <div class="row-of-buttons not-printed">
        <Button label={activate.print} icon="print" onPress={() => window.print()} />
      </div>
    </Page>
  );
}
