import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { InterfaceWords } from '../../../i18n/vi.ts';
import type { PhoneApi } from '../../../workers/api/phone-api.ts';

type PersonLine = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>['people'][number];

/**
 * "Vợ · Nữ · 30 tuổi, sinh 05/03/1996 · tạm vắng". A newborn without a year has its date only. The relation comes in
 * the register's words.
 */
export function describePerson(person: PersonLine, words: InterfaceWords): string {
  const { household } = words;
  const sex = person.sex === 'male' ? household.male : person.sex === 'female' ? household.female : '';
  const born = person.birthDate === '' ? household.bornUnknown : household.born(formatDate(person.birthDate));
  const isGrown = person.age !== null && person.age > 0 && person.status !== 'dead';
  const age = isGrown ? `${household.age(person.age ?? 0)}, ${born}` : born;
  return [person.relationWords, sex, age, wordStanding(person, words)].filter((part) => part !== '').join(' · ');
}

/** Only what is out of the ordinary: moved away, died, absent, temporary. */
function wordStanding(person: PersonLine, { household }: InterfaceWords): string {
  if (person.status === 'left' || person.status === 'dead') return household.status[person.status];
  if (person.residence === 'usual_absent' || person.residence === 'temporary') {
    return household.residence[person.residence];
  }
  return '';
}
