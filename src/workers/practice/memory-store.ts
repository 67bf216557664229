import type { NoteBox } from '../../store/notes.ts';
import type { Append, DeviceHead, PhoneStore } from '../../sync/ports.ts';
import { mergeOp } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { firstChain } from '../../sync/wire/chain.ts';
import { isErased, readLine } from '../../sync/wire/line.ts';

/** A book that is in memory only and goes with the page: nothing is sealed, nothing waits, nothing is sent. */
export interface MemoryStore extends Pick<PhoneStore, 'head' | 'append' | 'pending' | 'confirmed'> {
  readonly isWhole: () => Promise<true>;
  readonly shown: (id: string) => RecordState | undefined;
  readonly allConfirmed: () => Iterable<RecordState>;
  readonly drafts: NoteBox;
  /** No hub, so nothing is ever refused. */
  readonly sentBack: () => Promise<readonly []>;
  readonly putAway: () => Promise<void>;
}

/** @param onChange told of each record that a save made or moved */
export function createMemoryStore(
  initial: readonly RecordState[],
  onChange: (states: readonly RecordState[]) => void,
): MemoryStore {
  const states = new Map(initial.map((state) => [state.id, state]));
  let head: DeviceHead = { nextSeq: 1, chain: firstChain, clock: [0, 0] };
  return {
    isWhole: async () => true,
    head: async () => head,
    async append(append: Append) {
      if (append.expects !== head) return 'stale';
      head = append.head;
      const touched = new Set<string>();
      for (const { line } of append.pending) {
        const read = readLine(line);
        if (!read.ok || isErased(read.value)) continue;
        states.set(read.value.id, mergeOp(states.get(read.value.id), read.value, read.value.at));
        touched.add(read.value.id);
      }
      onChange([...touched].flatMap((id) => states.get(id) ?? []));
      return 'done';
    },
    pending: async () => [],
    confirmed: async (ids) => ids.flatMap((id) => states.get(id) ?? []),
    shown: (id) => states.get(id),
    allConfirmed: () => states.values(),
    drafts: createMemoryNotes(),
    sentBack: async () => [],
    putAway: async () => undefined,
  };
}

export function createMemoryNotes(): NoteBox {
  const notes = new Map<string, string>();
  return {
    all: async () => [...notes.values()].map((text) => JSON.parse(text)),
    get: async (id) => {
      const text = notes.get(id);
      return text === undefined ? undefined : JSON.parse(text);
    },
    put: async (id, note) => void notes.set(id, JSON.stringify(note)),
    remove: async (id) => void notes.delete(id),
  };
}
