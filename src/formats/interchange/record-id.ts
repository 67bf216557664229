import { sha256 } from '../../sync/records/sha256.ts';
import { utf8 } from '../../sync/wire/bytes.ts';

/**
 * Id of an imported record: UUIDv8 (RFC 9562) of SHA-256 over the commune's book, the table and the row's key, each ended
 * by a line break, so that the same file on two phones makes the same records.
 * Example: recordIdOf('b18073', 'persons', 'P1') → "xxxxxxxx-xxxx-8xxx-[89ab]xxx-xxxxxxxxxxxx"
 */
export function recordIdOf(book: string, table: string, key: string): string {
  const hash = sha256(utf8(`${book}\n${table}\n${key}\n`));
  const byte = (index: number): number => {
    const value = hash[index] ?? 0;
    if (index === 6) return (value & 0x0f) | 0x80;
    return index === 8 ? (value & 0x3f) | 0x80 : value;
  };
  const hex = Array.from({ length: 16 }, (_, index) => byte(index).toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
