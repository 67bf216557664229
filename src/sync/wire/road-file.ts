import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { isId } from './bounds.ts';
import { type Bytes, fromUtf8, toBase64url, utf8 } from './bytes.ts';

/*
 * Sealed work, or the hub's verdicts on it, as a file that goes by any app or cable. Text, because what passes them on
 * may change line ends, put a mark in front or spaces behind, and a phone's share sheet refuses endings it does not know:
 *
 *   SDSW1 So Dan So: viec cho gui, da ma hoa; dung sua        (SDSV1 for verdicts)
 *   hub <id of the hub's verdict key>
 *   book <id of the commune's book>
 *   <one envelope, base64url>                                  (payload.signature.key for a verdict)
 *   end <how many> <first 12 bytes of SHA-256 of all lines above, base64url>
 */

export interface RoadFile {
  readonly is: 'work' | 'verdicts';
  readonly hub: string;
  readonly book: string;
  readonly items: readonly string[];
}

/** `strange`: no file of this app; `newer`: of a later version of it; `cut`: its end is missing; `altered`. */
export type RoadFault = 'strange' | 'newer' | 'cut' | 'altered' | 'too_large';

type Hash = (bytes: Bytes) => Uint8Array;

const marks = { work: 'SDSW1', verdicts: 'SDSV1' } as const;
const spoken = {
  work: 'So Dan So: viec cho gui, da ma hoa; dung sua',
  verdicts: 'So Dan So: tra loi cua may chu; dung sua',
} as const;
/** Ten months of a busy phone. */
export const maxRoadFileBytes = 10_000_000;

export function writeRoadFile({ is, hub, book, items }: RoadFile, hash: Hash): Bytes {
  const lines = [`${marks[is]} ${spoken[is]}`, `hub ${hub}`, `book ${book}`, ...items];
  return utf8(`${[...lines, endLine(lines, items.length, hash)].join('\r\n')}\r\n`);
}

/** Reads a file of anybody. That it is whole says nothing of who made it: each item is signed for itself. */
export function readRoadFile(bytes: Uint8Array, hash: Hash): Outcome<RoadFile, RoadFault> {
  if (bytes.length > maxRoadFileBytes) return bad('too_large');
  const text = fromUtf8(bytes)?.replace(/^\ufeff/, '');
  const lines = (text ?? '').split(/\r\n|\n|\r/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  const [first = '', hub = '', book = ''] = lines;
  const is = kindOf(first);
  if (is === undefined) return bad(/^SDS[WV]\d/.test(first) ? 'newer' : 'strange');
  const last = lines.at(-1) ?? '';
  if (!last.startsWith('end ') || lines.length < 4) return bad('cut');
  const above = lines.slice(0, -1);
  if (last !== endLine(above, above.length - 3, hash)) return bad('altered');
  if (!hub.startsWith('hub ') || !book.startsWith('book ')) return bad('altered');
  const named = { hub: hub.slice(4), book: book.slice(5) };
  return isId(named.hub) && isId(named.book) ? good({ is, ...named, items: above.slice(3) }) : bad('altered');
}

function kindOf(first: string): RoadFile['is'] | undefined {
  const [mark] = first.split(' ');
  if (mark === marks.work) return 'work';
  return mark === marks.verdicts ? 'verdicts' : undefined;
}

function endLine(lines: readonly string[], count: number, hash: Hash): string {
  return `end ${count} ${toBase64url(hash(utf8(lines.join('\n'))).subarray(0, 12))}`;
}
