import type { Folk } from '../../folk.ts';
import { happenedTo } from '../../forms/happened.ts';

/** When the fact of a form was last written of these people; of nothing that only own panels say. */
export function lastRecorded(
  { book }: Folk,
  form: string,
  people: readonly string[],
): { readonly [person: string]: string } {
  const definition = book.catalogue.forms.find(({ key }) => key === form);
  const fact = book.catalogue.records.find(
    ({ kind, nature }) => nature === 'fact' && definition?.writes.some((write) => write.kind === kind),
  );
  if (fact === undefined || fact.isSensitive) return {};
  const dated = people.flatMap((id) => {
    const person = book.get(id);
    const dates = person === undefined ? undefined : happenedTo(book, person).last[fact.kind];
    const last = Object.values(dates ?? {})
      .filter((date) => typeof date === 'string')
      .sort()
      .at(-1);
    return last === undefined ? [] : [[id, last] as const];
  });
  return Object.fromEntries(dated);
}
