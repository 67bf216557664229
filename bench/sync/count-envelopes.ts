/** Magic of an envelope, the length of its header, and the header's beginning (`src/sync/envelope.ts`). */
const mark = /SDS1[\s\S]{2}\{"v":1,/g;
const markLength = 13;

/** Counts the envelopes that begin in bytes on their way, also where one begins at the end of a piece. */
export function createEnvelopeCount(): (bytes: Buffer) => number {
  let before = '';
  return (bytes) => {
    const seen = before + bytes.toString('latin1');
    before = seen.slice(1 - markLength);
    return seen.match(mark)?.length ?? 0;
  };
}
