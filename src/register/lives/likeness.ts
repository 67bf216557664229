import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import { cardKey, exactKey, givenNameFirst, toneKey } from '../../domain/search-key.ts';
import type { Fields } from '../../domain/value.ts';
import type { Words } from '../../domain/words.ts';
import type { Folk } from '../folk.ts';
import { type Held, personKind, textOf } from '../held.ts';
import { nameKeyOf } from '../search/name-keys.ts';
import type { Likeness } from './answers.ts';

/** Most that are shown while somebody types. */
const mostShown = 5;

/**
 * People of the book who may be the one in these answers, and why: the same card first, then the same name as it is spelt,
 * then the likeliest. Names are weighed by how common
 * their words are in this book (Nguyễn, Văn, Thị tell little): somebody is named when so much agreement would come about
 * by chance fewer than four times in a book of this size. The same card or personal number always is a reason.
 */
export function likenesses(folk: Folk, answers: Fields, household: string): readonly Likeness[] {
  const sought = readSought(answers, household);
  if (sought.name === '' && sought.numbers.length === 0) return [];
  const weigh = createWeights(folk, sought);
  const found: Found[] = [];
  for (const person of folk.book.all(personKind)) {
    if (!mayBeSame(sought, person)) continue;
    const signs = signsOf(folk, sought, person, weigh);
    const bits = signs.reduce((sum, sign) => sum + sign.bits, 0);
    if (bits < weigh.enough) continue;
    found.push({ person, bits, rank: rankOf(sought, person, signs), reasons: signs.map(({ reason }) => reason) });
  }
  return found
    .sort((a, b) => b.rank - a.rank || b.bits - a.bits || (a.person.id < b.person.id ? -1 : 1))
    .slice(0, mostShown)
    .map(({ person, reasons }) => ({ row: folk.personRow(person), reasons }));
}

interface Found {
  readonly person: Held;
  readonly bits: number;
  readonly rank: number;
  readonly reasons: readonly Words[];
}

/** The same card or number · the same name, tone marks and all · anything else. */
function rankOf(sought: Sought, person: Held, signs: readonly Sign[]): number {
  if (signs.some(({ bits }) => bits === certain)) return 2;
  return sought.exact !== '' && isExactName(sought, person) ? 1 : 0;
}

function isExactName({ exact }: Sought, person: Held): boolean {
  return toneKey(exactKey(textOf(person.fields, 'fullName'))) === exact;
}

interface Sought {
  /** Folded, given name first. */
  readonly name: string;
  readonly words: readonly string[];
  readonly given: string;
  readonly exact: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly numbers: readonly string[];
  readonly mother: string;
  readonly household: string;
}

function readSought(answers: Fields, household: string): Sought {
  const name = givenNameFirst(textOf(answers, 'fullName'));
  const words = name.split(' ').filter((word) => word !== '');
  const birthDate = textOf(answers, 'birthDate') || textOf(answers, 'date');
  return {
    name,
    words,
    given: words[0] ?? '',
    exact: toneKey(exactKey(textOf(answers, 'fullName'))),
    birthDate: isPartialDate(birthDate) ? birthDate : '',
    sex: textOf(answers, 'sex'),
    numbers: cardNumbers(answers),
    mother: textOf(answers, 'mother'),
    household,
  };
}

function cardNumbers(fields: Fields): readonly string[] {
  return [textOf(fields, 'insuranceNo'), textOf(fields, 'nationalId')]
    .map(cardKey)
    .filter((number) => number.length >= 10);
}

/** The cheap question, asked of everybody. */
function mayBeSame(sought: Sought, person: Held): boolean {
  const sex = textOf(person.fields, 'sex');
  if (sought.sex !== '' && sex !== '' && sex !== sought.sex) return false;
  if (sought.given !== '' && hasWord(nameKeyOf(person), sought.given)) return true;
  return sought.numbers.length > 0 && cardNumbers(person.fields).some((number) => sought.numbers.includes(number));
}

interface Sign {
  readonly reason: Words;
  readonly bits: number;
}

const certain = 100;

function signsOf(folk: Folk, sought: Sought, person: Held, weigh: Weights): readonly Sign[] {
  const signs: Sign[] = [];
  if (cardNumbers(person.fields).some((number) => sought.numbers.includes(number)))
    signs.push({ reason: { vi: 'Trùng số thẻ hoặc số định danh', en: 'Same card or personal number' }, bits: certain });
  const name = nameSign(sought, person, weigh);
  const date = dateSign(sought.birthDate, textOf(person.fields, 'birthDate'));
  if (name !== undefined) signs.push(name);
  // Other dates speak against the same name; a name in part needs its date.
  if (date === 'other' || (date === undefined && name !== undefined && nameKeyOf(person) !== sought.name))
    signs.push({ reason: { vi: 'Ngày sinh khác', en: 'Another birth date' }, bits: -certain / 2 });
  else if (date !== undefined) signs.push(date);
  if (sought.mother !== '' && person.fields.mother === sought.mother)
    signs.push({ reason: { vi: 'Cùng mẹ', en: 'Same mother' }, bits: 6 });
  if (sought.household !== '' && folk.householdOf(person)?.id === sought.household)
    signs.push({ reason: { vi: 'Ở cùng hộ', en: 'Same household' }, bits: 4 });
  return signs;
}

function nameSign(sought: Sought, person: Held, weigh: Weights): Sign | undefined {
  if (sought.name === '') return undefined;
  const shared = sought.words.filter((word) => hasWord(nameKeyOf(person), word));
  const bits = shared.reduce((sum, word) => sum + weigh.bits(word), 0);
  if (nameKeyOf(person) === sought.name) {
    return isExactName(sought, person)
      ? { reason: { vi: 'Cùng họ tên', en: 'Same name' }, bits: bits + 1 }
      : { reason: { vi: 'Họ tên chỉ khác dấu', en: 'Same name but for accents' }, bits };
  }
  return shared.length < 2 ? undefined : { reason: { vi: 'Họ tên gần giống', en: 'Similar name' }, bits: bits - 2 };
}

/** By chance two people share a birthday once in some 25,000, a year once in some 70. */
function dateSign(one: string, other: string): Sign | 'other' | undefined {
  if (one === '' || !isPartialDate(other)) return undefined;
  if (one === other && one.length === 10) return { reason: { vi: 'Cùng ngày sinh', en: 'Same birth date' }, bits: 14 };
  const shorter = Math.min(one.length, other.length);
  if (shorter < 10) {
    if (one.slice(0, shorter) !== other.slice(0, shorter)) return 'other';
    if (shorter === 7) return { reason: { vi: 'Cùng tháng, năm sinh', en: 'Same month of birth' }, bits: 9 };
    return { reason: { vi: 'Cùng năm sinh', en: 'Same year of birth' }, bits: 6 };
  }
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`)
    return { reason: { vi: 'Ngày và tháng sinh đảo nhau', en: 'Day and month of birth swapped' }, bits: 12 };
  return 'other';
}

interface Weights {
  /** How much it tells that two names share this word: −log2 of its frequency in the book. */
  bits(word: string): number;
  readonly enough: number;
}

/** One pass over the names, for the few words that are asked about. */
function createWeights(folk: Folk, { words }: Sought): Weights {
  const counts = words.map(() => 0);
  let people = 0;
  for (const person of folk.book.all(personKind)) {
    const nameKey = nameKeyOf(person);
    people += 1;
    words.forEach((word, index) => {
      if (hasWord(nameKey, word)) counts[index] = (counts[index] ?? 0) + 1;
    });
  }
  const bits = new Map(words.map((word, index) => [word, Math.log2((people + 1) / Math.max(1, counts[index] ?? 1))]));
  return { bits: (word) => bits.get(word) ?? 0, enough: Math.log2(people + 1) - 2 };
}

function hasWord(nameKey: string, word: string): boolean {
  for (let at = nameKey.indexOf(word); at !== -1; at = nameKey.indexOf(word, at + 1)) {
    const end = at + word.length;
    if ((at === 0 || nameKey[at - 1] === ' ') && (end === nameKey.length || nameKey[end] === ' ')) return true;
  }
  return false;
}
