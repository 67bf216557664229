import type { VNode } from 'preact';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen } from '../../screen.ts';

interface VillageChoiceProps {
  readonly screen: Screen;
  /** Unit id of the chosen village; `''` for all. */
  readonly place: string;
  /** Address of the page, which takes `?place=`. */
  readonly path: string;
}

/** For who keeps several villages: one of them, or all. Links, so that the back button knows them. */
export function VillageChoice({ screen, place, path }: VillageChoiceProps): VNode | null {
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  if (villages.length < 2) return null;
  const copy = livesWords.value;
  const choices = [{ id: '', name: copy.book.everywhere }, ...villages];
  const chosen = choices.find(({ id }) => id === place) ?? choices[0];
  return (
    <details class="place-choice">
      <summary>
        {copy.tasks.where}: <strong>{chosen?.name}</strong>
      </summary>
      <ul class="row-of-buttons plain">
        {choices.map(({ id, name }) => (
          <li key={id}>
            <a
              class="button"
              href={id === '' ? path : `${path}?place=${encodeURIComponent(id)}`}
              aria-current={id === place ? 'true' : undefined}
            >
              <span>{name}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
