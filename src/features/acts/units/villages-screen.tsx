import { useSignal } from '@preact/signals';
import type { VNode } from 'preact';
import { useLatest } from '../../../ui/hook/use-latest.ts';
import { language, words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { spellNumber } from '../../../ui/words/spell-number.ts';
import type { ScreenProps } from '../../screen.ts';
import { actWords } from '../words.ts';
import { AskedRow } from './asked-row.tsx';

/** The commune's villages, what can be done with each, and what became of what was asked. */
export function VillagesScreen({ screen }: ScreenProps): VNode {
  const copy = actWords.value.units;
  const changes = useSignal(0);
  const villages = screen.who.places.filter(({ level }) => level === 'village');
  const revision = screen.revision.value + changes.value;
  const asked = useLatest(() => screen.phone.unitsAsked(), screen.sync.value.is, revision) ?? [];
  const sizes = useLatest(() => screen.phone.villages(), 'sizes', screen.revision.value) ?? [];
  const sizeOf = (place: string): string => {
    const size = sizes.find((one) => one.place === place);
    const count = (number: number): string => spellNumber(number, language.value);
    return size === undefined ? '' : words.value.book.size(count(size.households), count(size.people));
  };
  return (
    <Page title={copy.title} note={screen.who.communeName} onBack={screen.back}>
      <p>{copy.note}</p>
      {asked.length > 0 && (
        <section class="section">
          <h2>{copy.askedTitle}</h2>
          <ul class="ledger">
            {asked.map((one) => (
              <AskedRow key={one.id} screen={screen} asked={one} onChange={() => (changes.value += 1)} />
            ))}
          </ul>
        </section>
      )}
      {villages.map(({ id, name }) => (
        <section class="section" key={id}>
          <h2>{name}</h2>
          <p class="soft">{sizeOf(id)}</p>
          <div class="row-of-buttons">
            <Job place={id} job="rename" label={copy.rename} spoken={copy.of(copy.rename, name)} />
            {villages.length > 1 && <Job place={id} job="join" label={copy.join} spoken={copy.of(copy.join, name)} />}
            <Job place={id} job="split" label={copy.split} spoken={copy.of(copy.split, name)} />
          </div>
        </section>
      ))}
    </Page>
  );
}

interface JobProps {
  readonly place: string;
  readonly job: 'rename' | 'join' | 'split';
  readonly label: string;
  readonly spoken: string;
}

function Job({ place, job, label, spoken }: JobProps): VNode {
  return (
    <a class="button" href={`/units/${encodeURIComponent(place)}/${job}`} aria-label={spoken}>
      <span>{label}</span>
    </a>
  );
}
