import { completeDate, type PartialDate } from './partial-date.ts';

/**
 * Completed years on a day. Who was born on 29 February has her birthday on 1 March in
 * common years. Partial dates count from their first day. `null` where the birth date is unknown or lies after the day.
 */
export function completedYears(birthDate: PartialDate | undefined, day: PartialDate): number | null {
  if (birthDate === undefined) return null;
  const [birth, on] = [completeDate(birthDate), completeDate(day)];
  if (on < birth) return null;
  // As text "02-28" < "02-29" < "03-01": the rule of 29 February needs no case of its own.
  const isBeforeBirthday = on.slice(5) < birth.slice(5);
  return Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (isBeforeBirthday ? 1 : 0);
}
