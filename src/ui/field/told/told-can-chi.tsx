import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { allBranches, type Branch, stemsOf } from '../../../domain/calendar/can-chi.ts';
import { Button } from '../../button.tsx';
import { eventWords } from '../../words/event-words.ts';
import { ChoiceRows } from '../choice-rows.tsx';
import { SelectField } from '../select-field.tsx';
import type { ToldProps } from './told-date.tsx';
import { candidateYears, saidCanChi } from './told-year.ts';

const noStem = 'unknown';

/** Canh Ngọ is one year in sixty; the animal alone gives a handful to choose from. */
export function ToldCanChi({ id, today, said, onTell }: ToldProps): VNode {
  const [branch, setBranch] = useState<Branch>();
  const [stem, setStem] = useState<string>();
  const words = eventWords.value.field;
  const chooseBranch = (key: string): void => {
    setBranch(allBranches().find((one) => one === key));
    setStem(undefined);
    if (said !== '') onTell(undefined, '');
  };
  const stems = branch === undefined ? [] : stemsOf(branch).map((one) => ({ key: one, label: one }));
  return (
    <>
      <SelectField
        id={`${id}-branch`}
        label={words.branch}
        blank={words.branchBlank}
        choices={allBranches().map((one) => ({ key: one, label: words.animal[one] }))}
        chosen={branch ?? ''}
        onChoose={chooseBranch}
      />
      {branch !== undefined && (
        <ChoiceRows
          id={`${id}-stem`}
          label={words.stem}
          choices={[...stems, { key: noStem, label: words.stemUnknown }]}
          chosen={stem}
          onChoose={setStem}
        />
      )}
      {branch !== undefined && stem !== undefined && (
        <Years {...{ today, onTell, branch }} stem={stem === noStem ? undefined : stem} />
      )}
    </>
  );
}

interface YearsProps extends Pick<ToldProps, 'today' | 'onTell'> {
  readonly branch: Branch;
  readonly stem: string | undefined;
}

function Years({ today, onTell, branch, stem }: YearsProps): VNode {
  const words = eventWords.value.field;
  const thisYear = Number(today.slice(0, 4));
  return (
    <>
      <p class="field-hint">{words.yearsWhich}</p>
      <div class="row-of-buttons">
        {candidateYears(branch, stem, today).map((year) => (
          <Button
            key={year}
            label={words.yearAge(year, thisYear - year)}
            onPress={() => onTell(String(year), saidCanChi(branch, stem))}
          />
        ))}
      </div>
    </>
  );
}
