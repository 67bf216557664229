import { type Bytes, concat } from '../../sync/wire/bytes.ts';
import { type Frame, type FrameFault, readFrame, wholeOf } from './frames.ts';

/** What one code that was seen brought. */
export type Gathered =
  | { readonly is: FrameFault }
  /** Of a loop that is not whole yet: how many different frames of it are there. */
  | { readonly is: 'part'; readonly have: number; readonly of: number }
  | { readonly is: 'whole'; readonly bytes: Bytes }
  /** All frames are there and make another file than they said: forgotten, to be seen anew. */
  | { readonly is: 'broken' };

export interface Gathering {
  readonly take: (text: string) => Gathered;
}

/** Loops whose frames are held at once: a code of a third phone that comes into sight costs nothing that was seen. */
const mostLoops = 3;

/** Puts frames together, in whatever order, however often and between whatever else they are seen. */
export function createGathering(): Gathering {
  const loops = new Map<string, Map<number, Bytes>>();

  function keep({ whole, number, of, piece }: Frame): Gathered {
    const name = `${whole}/${of}`;
    const pieces = loops.get(name) ?? new Map<number, Bytes>();
    // The loop that was seen last is dropped last.
    loops.delete(name);
    loops.set(name, pieces);
    if (!pieces.has(number)) pieces.set(number, piece);
    for (const other of loops.keys()) if (loops.size > mostLoops) loops.delete(other);
    if (pieces.size < of) return { is: 'part', have: pieces.size, of };
    loops.delete(name);
    const bytes = join(pieces, of);
    return wholeOf(bytes) === whole ? { is: 'whole', bytes } : { is: 'broken' };
  }

  return {
    take(text) {
      const frame = readFrame(text);
      return frame.ok ? keep(frame.value) : { is: frame.error };
    },
  };
}

function join(pieces: ReadonlyMap<number, Bytes>, of: number): Bytes {
  return concat(...Array.from({ length: of }, (_, at) => pieces.get(at + 1) ?? new Uint8Array()));
}
