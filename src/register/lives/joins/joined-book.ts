import { type Families, findFamilies, type Join, joiningKind, movedIds } from '../../../domain/book/joins.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { type Held, personKind, textOf } from '../../held.ts';
import type { WritableBook } from '../../held-book.ts';
import { createReferenceKeys } from '../../shelf/desk.ts';

/**
 * A book in which joined records are one: the root's record says what any of them says, references lead to the root, and
 * facts of any count for it. Undone, each stands for itself again. Nobody else needs to know of joins.
 */
export interface JoinedBook {
  /** Puts, replaces or takes out a record as it was written; answers every id whose values may differ afterwards. */
  replace(id: string, written: Held | undefined): Iterable<string>;
  /** Follows joins that were made or undone since; to be called once after many records. */
  settle(): ReadonlySet<string>;
  /** The id that stands for this one. */
  rootOf(id: string): string;
}

export function createJoinedBook(catalogue: Catalogue, book: WritableBook): JoinedBook {
  /** As written, of records that are shown otherwise or not at all: few. */
  const written = new Map<string, Held>();
  const joins = new Map<string, Join>();
  let families: Families = new Map();
  let isStale = false;

  const rootOf = (id: string) => families.get(id)?.root ?? id;
  const isShownAlone = (id: string) => book.get(id)?.id === id;
  const asWritten = (id: string): Held | undefined => written.get(id) ?? (isShownAlone(id) ? book.get(id) : undefined);

  const shownAs = createShowing(catalogue, () => families, asWritten);
  const put = (id: string, own: Held | undefined): Iterable<string> => {
    const shown = shownAs(id, own);
    if (own !== undefined && own !== shown) written.set(id, own);
    else written.delete(id);
    return book.replace(id, shown);
  };

  const replace = (id: string, own: Held | undefined): Iterable<string> => {
    isStale = noteJoin(joins, id, own) || isStale;
    const touched = put(id, own);
    if (!families.has(id)) return touched;
    isStale = true;
    const root = rootOf(id);
    return root === id ? touched : new Set([...touched, ...put(root, asWritten(root))]);
  };

  const settle = (): ReadonlySet<string> => {
    if (!isStale) return new Set();
    isStale = false;
    const next = findFamilies(joins.values(), (id) => asWritten(id) !== undefined);
    const moved = movedIds(families, next);
    if (moved.size === 0) return moved;
    const speaking = speakingOf(book, new Set([...moved].map(rootOf)));
    // As they were written, before anything is shown anew.
    const own = [...new Set([...moved, ...speaking, ...written.keys()])].map((id) => [id, asWritten(id)] as const);
    families = next;
    for (const [id, one] of own) if (one !== undefined) written.set(id, one);
    return new Set([...moved, ...own.flatMap(([id, one]) => [...put(id, one)])]);
  };

  return { replace, settle, rootOf };
}

/** What is shown under an id; nothing for a record that another stands for. */
function createShowing(
  catalogue: Catalogue,
  families: () => Families,
  asWritten: (id: string) => Held | undefined,
): (id: string, own: Held | undefined) => Held | undefined {
  const referenceKeys = createReferenceKeys(catalogue);
  const rootOf = (id: string) => families().get(id)?.root ?? id;
  return (id, own) => {
    if (own === undefined || families().size === 0) return own;
    const keys = referenceKeys(own.kind);
    const family = own.kind === personKind ? families().get(id) : undefined;
    if (family === undefined) return resolved(own, keys, rootOf);
    if (family.root !== id) return undefined;
    const others = family.ids.filter((one) => one !== id).map(asWritten);
    return resolved(united(own, others), keys, rootOf);
  };
}

/** Keeps the join that a record makes; true when joins differ now. One that was sent back joins nobody. */
function noteJoin(joins: Map<string, Join>, id: string, own: Held | undefined): boolean {
  if (own?.kind !== joiningKind || own.standing === 'mending') return joins.delete(id);
  joins.set(id, [textOf(own.fields, 'person'), textOf(own.fields, 'other')]);
  return true;
}

/** Records that name one of these people, as they are shown now. */
function speakingOf(book: WritableBook, people: ReadonlySet<string>): Iterable<string> {
  const speaking = (id: string) => [
    ...book.factsNaming(id),
    ...book.statesNaming(id).filter(({ kind }) => kind === personKind),
  ];
  return new Set([...people].flatMap((id) => speaking(id).map((record) => record.id)));
}

/** The same record where no reference leads elsewhere: nothing is copied for 60,000 people. */
function resolved(record: Held, keys: readonly string[], rootOf: (id: string) => string): Held {
  let fields: { [field: string]: Value } | undefined;
  for (const key of keys) {
    const id = record.fields[key];
    if (typeof id !== 'string' || rootOf(id) === id) continue;
    fields ??= { ...record.fields };
    fields[key] = rootOf(id);
  }
  return fields === undefined ? record : { ...record, fields };
}

/** What the root does not say, the next one says. */
function united(root: Held, others: readonly (Held | undefined)[]): Held {
  const known = others.filter((one) => one !== undefined);
  const fields: Fields = Object.assign({}, ...[...known].reverse().map((one) => one.fields));
  const standing = [root, ...known].find((one) => one.standing !== 'confirmed')?.standing ?? 'confirmed';
  return { ...root, standing, fields: { ...fields, ...root.fields } };
}
