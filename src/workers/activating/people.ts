import type { NoteBox } from '../../store/notes.ts';
import type { PeopleTold } from '../../sync/verdict.ts';
import { createNames, type KeptActivation } from './who.ts';

/** Names of those who write in this book: as told at activation, then as often as their list changes. */
export interface People {
  readonly nameOf: (user: string) => string | undefined;
  /** Of the list that is held; "" before one was told. */
  readonly tag: () => string;
  readonly learn: (people: Required<PeopleTold>) => Promise<void>;
}

const note = 'people';

/** @param settings where the list is kept, sealed */
export async function openPeople(activation: KeptActivation, settings: NoteBox): Promise<People> {
  const withList = ({ names }: Required<PeopleTold>) => {
    const told = new Map(names.map((one) => [one.user, one.name]));
    const known = createNames(activation);
    return (user: string) => told.get(user) ?? known(user);
  };
  let held = await settings.get<Required<PeopleTold>>(note);
  let nameOf = held === undefined ? createNames(activation) : withList(held);
  return {
    nameOf: (user) => nameOf(user),
    tag: () => held?.tag ?? '',
    async learn(people) {
      await settings.put(note, people);
      held = people;
      nameOf = withList(people);
    },
  };
}
