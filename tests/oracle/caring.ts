import { tell } from './happenings.ts';
import { methods, type Somebody, type Town } from './town.ts';

/* Methods, pregnancies, screens, check-ups. */

export function startMethod(town: Town, woman: Somebody, date: string): void {
  const { chance } = town;
  const isRenewal = woman.method !== '' && chance.percent(35);
  const method = isRenewal ? woman.method : chance.pick(methods);
  // Some say what they gave up and what they took instead, in this order or in the other.
  const saysStop = woman.method !== '' && method !== woman.method && chance.percent(40);
  const isStopFirst = chance.percent(50);
  if (saysStop && isStopFirst) tell(town, 'method_stop', woman, date, { method: woman.method });
  tell(town, 'method_start', woman, date, { method });
  if (saysStop && !isStopFirst) tell(town, 'method_stop', woman, date, { method: woman.method });
  woman.method = method;
}

export function stopMethod(town: Town, woman: Somebody, date: string): void {
  // Also of a method that is not in use: nothing ends then.
  const method = town.chance.percent(90) ? woman.method : town.chance.pick(methods);
  tell(town, 'method_stop', woman, date, { method });
  if (method === woman.method) woman.method = '';
}

const nameless = ['pregnancy', 'miscarriage', 'abortion', 'method_start'] as const;

export function tellNameless(town: Town, date: string): void {
  const { chance, scribe } = town;
  const kind = chance.pick(nameless);
  const method = kind === 'method_start' ? { method: chance.pick(methods) } : {};
  scribe.fact(kind, chance.pick(town.homes).village, date, { ageGroup: '20_34', ...method });
}

const prenatal = ['edward', 'down', 'patau', 'thalassemia'];
const newborn = ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart'];

/** All tests at once, or some of them. */
export function screen(town: Town, kind: 'prenatal_screen' | 'newborn_screen', person: Somebody, date: string): void {
  const { chance } = town;
  const isWhole = chance.percent(40);
  const done = (kind === 'prenatal_screen' ? prenatal : newborn).filter(() => isWhole || chance.percent(50));
  tell(town, kind, person, date, Object.fromEntries(done.map((test) => [test, chance.pick(['low_risk', 'normal'])])));
}
