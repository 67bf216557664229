import type { VNode } from 'preact';
import { formPath, householdPath } from '../../../ui/lives/paths.ts';
import { livesWords } from '../../../ui/words/lives-words.ts';

interface HouseholdJobsProps {
  readonly household: string;
}

/** What else is done from a household's page; each a quiet line, for the main button is another. */
export function HouseholdJobs({ household }: HouseholdJobsProps): VNode {
  const copy = livesWords.value.household;
  return (
    <nav class="household-jobs not-printed" aria-label={copy.jobs}>
      <div class="row-of-buttons">
        <a class="button" href={`${householdPath(household)}/visit`}>
          <span>{copy.visit}</span>
        </a>
        <a class="button" href={formPath(household, 'paper_person')}>
          <span>{copy.addPerson}</span>
        </a>
        <a class="button" href={formPath(household, 'household_edit')}>
          <span>{copy.edit}</span>
        </a>
        <a class="button wide-only" href={`${householdPath(household)}/sheet`}>
          <span>{copy.sheet}</span>
        </a>
      </div>
      <p class="small soft">{copy.addPersonHow}</p>
      <WholeHousehold household={household} />
    </nav>
  );
}

/** What is done to the whole household, and rarely. */
function WholeHousehold({ household }: HouseholdJobsProps): VNode {
  const copy = livesWords.value.household;
  const acts = [
    ['head', copy.head],
    ['split', copy.split],
    ['merge', copy.merge],
    ['move', copy.move],
  ] as const;
  return (
    <details class="whole-household">
      <summary>{copy.whole}</summary>
      <ul class="row-of-buttons plain">
        {acts.map(([act, label]) => (
          <li key={act}>
            <a class="button" href={`${householdPath(household)}/${act}`}>
              <span>{label}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
