import { type Signal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { language, words } from '../../ui/language.ts';
import type { Draft } from '../../workers/api/phone-api.ts';
import { draftPath, draftTitle } from '../draft-path.ts';
import type { Screen } from '../screen.ts';

interface NamedDraft extends Draft {
  /** Blank for what is recorded of a village. */
  readonly householdNumber: string;
  readonly villageName: string;
}

/** What was begun and not saved, the newest first. */
export function Drafts({ screen }: { readonly screen: Screen }): VNode | null {
  const changes = useSignal(0);
  const drafts = useLatest(() => loadDrafts(screen), 'drafts', screen.revision.value + changes.value);
  if (drafts === undefined || drafts.length === 0) return null;
  const { home } = words.value;
  return (
    <section class="section">
      <h2>{home.drafts}</h2>
      <ul class="ledger">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} screen={screen} draft={draft} changes={changes} />
        ))}
      </ul>
    </section>
  );
}

interface DraftRowProps {
  readonly screen: Screen;
  readonly draft: NamedDraft;
  readonly changes: Signal<number>;
}

function DraftRow({ screen, draft, changes }: DraftRowProps): VNode {
  const { home } = words.value;
  const title = draftTitle(draft, words.value, language.value);
  const where = draft.villageName === '' ? title : `${title} – ${draft.villageName}`;
  const name = draft.householdNumber === '' ? where : home.draftOf(title, draft.householdNumber);
  const drop = async (): Promise<void> => {
    await screen.phone.dropDraft(draft.id);
    changes.value += 1;
    screen.say({ text: home.draftDropped, path: '/', undo: restore });
  };
  const restore = async (): Promise<void> => {
    const { savedAt: _, householdNumber: __, villageName: ___, ...kept } = draft;
    await screen.phone.saveDraft(kept);
    changes.value += 1;
    screen.say({ text: words.value.app.undone, path: '/' });
  };
  return (
    <li class="ledger-pair">
      <a class="ledger-row" href={draftPath(draft)}>
        <span class="ledger-main">
          <span class="ledger-title">{name}</span>
          <span class="ledger-note">{home.draftSaved(spellMoment(draft.savedAt, Date.now(), words.value))}</span>
        </span>
      </a>
      <Button label={home.dropDraft} spoken={home.dropDraftOf(name)} isQuiet onPress={() => void drop()} />
    </li>
  );
}

async function loadDrafts(screen: Screen): Promise<readonly NamedDraft[]> {
  const drafts = await screen.phone.drafts();
  const newestFirst = [...drafts].sort((a, b) => b.savedAt - a.savedAt);
  return Promise.all(
    newestFirst.map(async (draft) => {
      const household = await screen.phone.household(draft.household);
      const village = screen.who.places.find(({ id }) => id === draft.household);
      return { ...draft, householdNumber: household?.number ?? '', villageName: village?.name ?? '' };
    }),
  );
}
