import { type Signal, useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { catalogue } from '../../catalogue/index.ts';
import { canHandOn } from '../../catalogue/rules/can-hand-on.ts';
import { spellMoment } from '../../ui/bar/sync-words.ts';
import { Button } from '../../ui/button.tsx';
import { useLatest } from '../../ui/hook/use-latest.ts';
import { useOnce } from '../../ui/hook/use-once.ts';
import { language, words } from '../../ui/language.ts';
import { livesWords } from '../../ui/words/lives-words.ts';
import type { Draft } from '../../workers/api/phone-api.ts';
import { draftPath, draftTitle } from '../draft-path.ts';
import type { Screen } from '../screen.ts';
import { Handed } from './handed.tsx';
import { nameDraft, whereOf } from './name-draft.ts';

interface NamedDraft extends Draft {
  /** Blank for what is recorded of a village. */
  readonly householdNumber: string;
  readonly villageName: string;
}

/** What was begun and not saved, the newest first; then what was begun elsewhere. */
export function Drafts({ screen }: { readonly screen: Screen }): VNode {
  const changes = useSignal(0);
  const drafts = useLatest(() => loadDrafts(screen), 'drafts', screen.revision.value + changes.value) ?? [];
  const { home } = words.value;
  return (
    <>
      {drafts.length > 0 && (
        <section class="section">
          <h2>{home.drafts}</h2>
          <ul class="ledger">
            {drafts.map((draft) => (
              <DraftRow key={draft.id} screen={screen} draft={draft} changes={changes} />
            ))}
          </ul>
        </section>
      )}
      <Handed screen={screen} changes={changes} />
    </>
  );
}

interface DraftRowProps {
  readonly screen: Screen;
  readonly draft: NamedDraft;
  readonly changes: Signal<number>;
}

function DraftRow({ screen, draft, changes }: DraftRowProps): VNode {
  const { home } = words.value;
  const name = nameDraft(draftTitle(draft, words.value, language.value), draft);
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
    <li>
      <div class="ledger-pair">
        <a class="ledger-row" href={draftPath(draft)}>
          <span class="ledger-main">
            <span class="ledger-title">{name}</span>
            <span class="ledger-note">{home.draftSaved(spellMoment(draft.savedAt, Date.now(), words.value))}</span>
          </span>
        </a>
        <Button label={home.dropDraft} spoken={home.dropDraftOf(name)} isQuiet onPress={() => void drop()} />
      </div>
      {isForOthers(screen, draft) && <HandOn screen={screen} draft={draft} name={name} changes={changes} />}
    </li>
  );
}

/** Forms of the catalogue alone: a paper sheet and a list are typed where they are; practice sends nothing. */
function isForOthers({ practice }: Screen, { form: key }: Draft): boolean {
  const form = catalogue.forms.find((one) => one.key === key);
  return !practice.isOn && form !== undefined && canHandOn(form);
}

/** "Gửi nháp sang máy tính": it leaves this phone with the next sync, which begins at once. */
function HandOn({ screen, draft, name, changes }: DraftRowProps & { readonly name: string }): VNode {
  const copy = livesWords.value.handing;
  const handing = useOnce(async () => {
    const handed = await screen.phone.handOn(draft.id);
    screen.say({ text: handed.ok ? copy.handed : copy.not[handed.error], path: '/' });
    changes.value += 1;
    if (handed.ok) void screen.phone.sync();
  });
  return (
    <div>
      <Button
        label={copy.handOn}
        spoken={copy.of(copy.handOn, name)}
        icon="send"
        isQuiet
        isBusy={handing.isBusy}
        onPress={handing.run}
      />
    </div>
  );
}

async function loadDrafts(screen: Screen): Promise<readonly NamedDraft[]> {
  const drafts = await screen.phone.drafts();
  const newestFirst = [...drafts].sort((a, b) => b.savedAt - a.savedAt);
  return Promise.all(newestFirst.map(async (draft) => ({ ...draft, ...(await whereOf(screen, draft.household)) })));
}
