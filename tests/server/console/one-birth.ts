import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';

/* The hub's own day is the day of the test: a month that has not begun has no figures. */

const today = civilDay(Date.now());
export const thisMonth = today.slice(0, 7);
/** The month so many months from this one, e.g. "2026-10" for -1. */
export function monthFrom(months: number): string {
  const [year = 0, month = 0] = thisMonth.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 7);
}
export const birthDay = `${thisMonth}-01`;

/** A mother's household, and one birth of hers this month. */
export function motherDrafts(place: string): readonly OpDraft[] {
  const opening = { household: { made: 0 }, residence: 'usual_present', marital: 'married', status: 'active' };
  const put = { fullName: 'Nguyễn Thị Hoà', sex: 'female', birthDate: '1999-01-02', relation: 'head', ...opening };
  return [
    { kind: 'household', place, put: { number: 7, kind: 'family', poor: 'none' } },
    { kind: 'person', place, put },
  ];
}

export function birthDrafts(place: string, device: string): readonly OpDraft[] {
  const child = { fullName: 'Trần Gia Bảo', sex: 'male', birthDate: birthDay, relation: 'child' };
  const mother = `${device}.2`;
  const about = {
    date: birthDay,
    mother,
    household: `${device}.1`,
    order: 1,
    deliveryPlace: 'station',
    multiple: false,
  };
  return [
    { kind: 'person', place, put: { ...child, mother } },
    { kind: 'birth', place, add: { ...about, child: { made: 0 }, residence: 'usual_present', asked: [] } },
  ];
}
