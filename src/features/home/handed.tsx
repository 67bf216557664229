import type { Signal } from '@preact/signals';
import type { VNode } from 'preact';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { useOnce } from '../../ui/hook/use-once.ts';
import { language, words } from '../../ui/language.ts';
import { livesWords } from '../../ui/words/lives-words.ts';
import { draftPath, draftTitle } from '../draft-path.ts';
import type { Screen } from '../screen.ts';
import { type HandedHere, loadHanded } from './load-handed.ts';
import { nameDraft } from './name-draft.ts';

interface HandedProps {
  readonly screen: Screen;
  readonly changes: Signal<number>;
}

/** Drafts that were begun on another device, or sent off from this one and not finished yet: a form and a household. */
export function Handed({ screen, changes }: HandedProps): VNode | null {
  const drafts = useLatest(() => loadHanded(screen), 'handed', screen.revision.value + changes.value);
  if (drafts === undefined || drafts.length === 0) return null;
  return (
    <section class="section">
      <h2>{livesWords.value.handing.title}</h2>
      <ul class="ledger">
        {drafts.map((draft) => (
          <HandedRow key={draft.id} screen={screen} draft={draft} changes={changes} />
        ))}
      </ul>
    </section>
  );
}

function HandedRow({ screen, draft, changes }: HandedProps & { readonly draft: HandedHere }): VNode {
  const copy = livesWords.value.handing;
  const title = draftTitle(draft, words.value, language.value);
  const name = nameDraft(title, draft);
  const goOn = useOnce(async () => {
    const taken = await screen.phone.takeUp(draft.id);
    if (taken === undefined) changes.value += 1;
    else screen.go(draftPath(taken));
  });
  const drop = useOnce(async () => {
    await screen.phone.dropHanded(draft.id);
    changes.value += 1;
  });
  return (
    <li>
      <div class="ledger-row">
        <span class="ledger-main">
          <span class="ledger-title">{name}</span>
          <span class="ledger-note">{copy.from(draft.authorName, formatDate(draft.day))}</span>
        </span>
      </div>
      <div class="row-of-buttons">
        <Button label={copy.goOn} spoken={copy.of(copy.goOn, name)} isBusy={goOn.isBusy} onPress={goOn.run} />
        <Button
          label={words.value.home.dropDraft}
          spoken={words.value.home.dropDraftOf(name)}
          isQuiet
          isBusy={drop.isBusy}
          onPress={drop.run}
        />
      </div>
    </li>
  );
}
