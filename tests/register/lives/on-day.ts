import { catalogue } from '../../../src/catalogue/index.ts';
import { createRegister, type StandingState } from '../../../src/register/register.ts';
import { hoaFamily, resident, units } from '../tale.ts';

/* A register as it is on a day, and the tasks that it holds then. */

export function openOn(day: string, states: readonly StandingState[]) {
  const register = createRegister({ catalogue, units, today: () => day });
  register.apply(states);
  return register;
}

export const keys = (day: string, ...states: (StandingState | readonly StandingState[])[]) =>
  openOn(day, [...hoaFamily, ...states.flat()])
    .tasks('', 50)
    .tasks.map(({ definition, person, household: home }) => `${definition} ${person || home}`)
    // Hoà's mother-in-law is 61 and known by her year of birth only, and nobody has visited yet: those are other stories.
    .filter((task) => !task.endsWith(' p3') && !task.startsWith('household_never_seen'));

export const person = (id: string, fields: Parameters<typeof resident>[1]) =>
  resident(id, { fullName: 'Ai Đó', household: 'h1', ...fields });
