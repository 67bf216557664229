import { fact } from '../book/entry.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { onDay, type Person, placeOf, type Town } from '../town/town.ts';

const newbornTests = ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart'] as const;
export const clinics = ['Trạm Y tế xã', 'Bệnh viện huyện cũ', 'Bệnh viện Sản Nhi tỉnh'];

/** Three quarters of children are tested within a month; some come back for the rest. Shares are invented. */
export function planNewbornScreen(town: Town, child: Person, born: number): void {
  const { random } = town;
  if (!random.chance(0.75)) return;
  const isFull = random.chance(0.7);
  const first = born + random.between(2, 20);
  const test = (tests: readonly string[]) => (day: number) => screenNewborn(town, child, day, tests);
  onDay(town, first, child, test(isFull ? newbornTests : newbornTests.slice(0, 3)));
  if (!isFull && random.chance(0.5)) onDay(town, first + random.between(5, 40), child, test(newbornTests.slice(3)));
}

function screenNewborn(town: Town, child: Person, day: number, tests: readonly string[]): void {
  const { random } = town;
  const results = tests.map((test) => [test, random.chance(0.985) ? 'normal' : 'abnormal'] as const);
  const told = { date: dateOfDay(day), ...Object.fromEntries(results), performedAt: random.pick(clinics), asked: [] };
  town.scribe.tell(day, [fact('newborn_screen', placeOf(child), told, { person: child })]);
}
