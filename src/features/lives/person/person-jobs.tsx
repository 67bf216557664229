import type { VNode } from 'preact';
import { formPath, personPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';
import type { Screen } from '../../screen.ts';

interface PersonJobsProps {
  readonly screen: Screen;
  readonly person: { readonly id: string; readonly householdId: string; readonly hasPanel: boolean };
}

export function PersonJobs({ person }: PersonJobsProps): VNode {
  const copy = livesWords.value.person;
  return (
    <nav class="row-of-buttons not-printed" aria-label={copy.jobs}>
      <a class="button" href={formPath(person.householdId, 'person_edit', person.id)}>
        <span>{copy.edit}</span>
      </a>
      {person.hasPanel && (
        <a class="button" href={`${personPath(person.id)}/private`}>
          <span>{copy.panel}</span>
        </a>
      )}
      <a class="button" href={`${personPath(person.id)}/join`}>
        <span>{copy.join}</span>
      </a>
    </nav>
  );
}
