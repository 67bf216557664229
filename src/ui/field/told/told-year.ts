import { canChiOf, yearsOf } from '../../../domain/calendar/can-chi.ts';
import { type LunarDate, lunarOf, solarOf } from '../../../domain/calendar/lunar-date.ts';

/* What people tell in place of a solar birth date, as the date it stands for. */

/** Nobody in the register is older. */
const oldest = 120;

/** "60" in 2026 → "1966"; tuổi mụ counts the year of birth as one. `undefined` for what is no age. */
export function yearOfAge(typed: string, isMu: boolean, today: string): string | undefined {
  const text = typed.trim();
  const age = Number(text);
  if (!/^\d{1,3}$/.test(text) || age > oldest || (isMu && age === 0)) return undefined;
  return String(Number(today.slice(0, 4)) - age + (isMu ? 1 : 0));
}

/** Years of the living with that name; the year that has not come to its Tết yet is not among them. */
export function candidateYears(branch: string, stem: string | undefined, today: string): readonly number[] {
  const last = lunarOf(today, 'north').year;
  return yearsOf(branch, stem, last - oldest, last);
}

export interface LunarParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly isLeap: boolean;
}

/** The solar date or dates that a told lunar date may be: two where north and south counted differently. */
export type LunarReading =
  | { readonly is: 'blank' | 'none' }
  | { readonly is: 'one'; readonly date: string }
  | { readonly is: 'two'; readonly north: string; readonly south: string };

export function readLunar(parts: LunarParts): LunarReading {
  const [day, month, year] = [parts.day, parts.month, parts.year].map((part) => part.trim());
  if (!/^\d{4}$/.test(year ?? '') || month === '' || day === '') return { is: 'blank' };
  if (![day, month].every((part) => /^\d{1,2}$/.test(part ?? ''))) return { is: 'none' };
  const told: LunarDate = { year: Number(year), month: Number(month), day: Number(day), isLeap: parts.isLeap };
  const [north, south] = [solarOf(told, 'north'), solarOf(told, 'south')];
  if (north !== undefined && south !== undefined && north !== south) return { is: 'two', north, south };
  const date = north ?? south;
  return date === undefined ? { is: 'none' } : { is: 'one', date };
}

/* How it was told is kept with the person: data, so always in Vietnamese. */

/** "khoảng 60 tuổi (năm 2026)" */
export function saidAge(age: string, isMu: boolean, today: string): string {
  const kind = isMu ? 'tuổi mụ' : 'tuổi';
  return `khoảng ${Number(age)} ${kind} (năm ${today.slice(0, 4)})`;
}

/** "tuổi Canh Ngọ" */
export function saidCanChi(branch: string, stem: string | undefined): string {
  return stem === undefined ? `tuổi ${branch}` : `tuổi ${stem} ${branch}`;
}

/** "10/3/1966 (Bính Ngọ) âm lịch" */
export function saidLunar({ day, month, year, isLeap }: LunarParts): string {
  const monthSaid = isLeap ? `${Number(month)} nhuận` : String(Number(month));
  return `${Number(day)}/${monthSaid}/${year.trim()} (${canChiOf(Number(year))}) âm lịch`;
}
