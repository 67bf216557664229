import type { VNode } from 'preact';
import { relation } from '../../catalogue/codes/relation.ts';
import { say } from '../../domain/words.ts';
import type { Relations } from '../../register/acts/act.ts';
import type { PersonLine } from '../../register/answers.ts';
import { SelectField } from '../../ui/field/select-field.tsx';
import { language } from '../../ui/language.ts';
import { actWords } from './words.ts';

interface RelationFieldsProps {
  readonly people: readonly PersonLine[];
  readonly head: string | undefined;
  readonly relations: Relations;
  readonly onRelations: (relations: Relations) => void;
}

export const relationControl = (person: string): string => `relation-${person}`;

/** Everybody's relation to the head, asked anew: nothing is taken over from the old head. */
export function RelationFields({ people, head, relations, onRelations }: RelationFieldsProps): VNode {
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
            label={words.relationOf(person.name)}
            choices={codes.map((code) => ({ key: code.key, label: say(code.label, language.value) }))}
            chosen={relations[person.id] ?? ''}
            blank={words.choose}
            onChoose={(key) => onRelations({ ...relations, [person.id]: key })}
          />
        ))}
    </>
  );
}

/** The relations as an act tells them: the chosen head is the head. */
export function relationsWith(relations: Relations, heads: readonly (string | undefined)[]): Relations {
  const told = heads.flatMap((head) => (head === undefined ? [] : [[head, 'head'] as const]));
  return { ...relations, ...Object.fromEntries(told) };
}
