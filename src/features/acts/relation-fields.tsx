import type { VNode } from 'preact';
import { relation } from '../../catalogue/codes/relation.ts';
import { say } from '../../domain/words.ts';
import type { Relations } from '../../register/acts/act.ts';
import type { PersonLine } from '../../register/answers.ts';
import { ChoiceRows } from '../../ui/field/choice-rows.tsx';
import { SelectField } from '../../ui/field/select-field.tsx';
import { language } from '../../ui/language.ts';
import { nameOrForgotten, personChoices } from './household-of.tsx';
import type { useAct } from './use-act.ts';
import { actWords } from './words.ts';

interface RelationFieldsProps {
  readonly act: Pick<ReturnType<typeof useAct>, 'at'>;
  readonly people: readonly PersonLine[];
  readonly head: string | undefined;
  readonly relations: Relations;
  readonly onRelations: (relations: Relations) => void;
}

export const relationControl = (person: string): string => `relation-${person}`;

/** Everybody's relation to the head. With a new one all are asked anew: nothing is taken over from the old head. */
function RelationFields({ act, people, head, relations, onRelations }: RelationFieldsProps): VNode {
  const words = actWords.value.head;
  const codes = relation.codes.filter(({ key }) => key !== 'head');
  return (
    <>
      {people
        .filter(({ id }) => id !== head)
        .map((person) => (
          <SelectField
            key={person.id}
            id={relationControl(person.id)}
            label={words.relationOf(nameOrForgotten(person.name))}
            {...act.at(relationControl(person.id))}
            choices={codes.map((code) => ({ key: code.key, label: say(code.label, language.value) }))}
            chosen={relations[person.id] ?? ''}
            blank={words.choose}
            onChoose={(key) => onRelations({ ...relations, [person.id]: key })}
          />
        ))}
    </>
  );
}

interface HeadProps extends RelationFieldsProps {
  readonly id: string;
  readonly label: string;
  readonly onHead: (id: string) => void;
}

/** Who is the head of these people, and what each of the others is to her. */
export function HeadFields(props: HeadProps): VNode {
  return (
    <>
      <ChoiceRows
        id={props.id}
        label={props.label}
        {...props.act.at(props.id)}
        choices={personChoices(props.people)}
        chosen={props.head}
        onChoose={props.onHead}
      />
      {props.head !== undefined && <RelationFields {...props} />}
    </>
  );
}

/** The head of a household as it stands. */
export function headOf(people: readonly PersonLine[]): string | undefined {
  return people.find(({ relation: code }) => code === 'head')?.id;
}

/** What these people are to a head: as it stands where she is their head already, else only what was told. */
export function relationsTo(
  head: string | undefined,
  people: readonly PersonLine[],
  household: readonly PersonLine[],
  told: Relations,
): Relations {
  const stands = head === undefined || head !== headOf(household) ? [] : people;
  const known = stands.filter(({ relation: code }) => code !== '' && code !== 'head');
  const ids = new Set(people.map(({ id }) => id));
  const own = Object.entries(told).filter(([id]) => ids.has(id));
  return { ...Object.fromEntries(known.map(({ id, relation: code }) => [id, code])), ...Object.fromEntries(own) };
}

/** The relations as an act tells them: the chosen head is the head. */
export function relationsWith(relations: Relations, heads: readonly (string | undefined)[]): Relations {
  const told = heads.flatMap((head) => (head === undefined ? [] : [[head, 'head'] as const]));
  return { ...relations, ...Object.fromEntries(told) };
}
