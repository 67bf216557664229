import { relation } from '../../../catalogue/codes/relation.ts';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { type Language, say } from '../../../domain/words.ts';
import type { InterfaceWords } from '../../../i18n/vi.ts';
import { civilToday } from '../../../ui/words/today.ts';
import { wordAge } from '../../../ui/words/word-age.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';

type PersonLine = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>['people'][number];

/** "Vợ · Nữ · 30 tuổi, sinh 05/03/1996 · tạm vắng". */
export function describePerson(person: PersonLine, words: InterfaceWords, spoken: Language): string {
  const { household } = words;
  const sex = person.sex === 'male' ? household.male : person.sex === 'female' ? household.female : '';
  const born = person.birthDate === '' ? household.bornUnknown : household.born(formatDate(person.birthDate));
  const age = person.status === 'dead' ? '' : wordAge(person.birthDate, civilToday(), words);
  const life = [age, born].filter((part) => part !== '').join(', ');
  return [wordRelation(person, spoken), sex, life, wordStanding(person, words)]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "Vợ", "Con trai": the word for that sex, in the language of the screen. */
export function wordRelation({ relation: key, sex }: Pick<PersonLine, 'relation' | 'sex'>, spoken: Language): string {
  const code = relation.codes.find((one) => one.key === key);
  const words = code?.bySex?.[sex] ?? code?.label;
  return words === undefined ? '' : say(words, spoken);
}

/** Only what is out of the ordinary: moved away, died, taken off, absent, temporary. */
function wordStanding(person: PersonLine, words: InterfaceWords): string {
  const { household } = words;
  if (isGone(person)) return wordEnd(person, words);
  if (person.residence === 'usual_absent' || person.residence === 'temporary') {
    return household.residence[person.residence];
  }
  return '';
}

export function isGone({ status }: Pick<PersonLine, 'status'>): boolean {
  return status === 'left' || status === 'dead';
}

type Ended = Pick<PersonLine, 'status' | 'endedFor'>;

/** "đã chuyển đi"; who stood in the book twice went nowhere. */
export function wordEnd(person: Ended, { household }: InterfaceWords): string {
  if (isTakenOff(person)) return household.takenOff[person.endedFor];
  return person.status === 'left' || person.status === 'dead' ? household.status[person.status] : '';
}

/** A check took this line off the book, and says neither that somebody moved away nor that somebody died. */
export function isTakenOff<Line extends Ended>(line: Line): line is Line & { readonly endedFor: 'twice' | 'other' } {
  return line.endedFor === 'twice' || line.endedFor === 'other';
}
