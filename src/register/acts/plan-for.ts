import type { Register } from '../register.ts';
import type { Act, ActPlan } from './act.ts';
import { planCloseYear } from './close-year.ts';
import { planAct } from './plan-act.ts';

/** What an act on whole households would write, and what stands against it. Beside the register: few days need it. */
export function planFor(register: Pick<Register, 'folk' | 'today' | 'report'>, act: Act): ActPlan {
  const { folk, today } = register;
  if (act.is !== 'closeYear') return planAct(folk, act, today());
  return planCloseYear(folk, act, today(), () => register.report('03-DSX', String(act.year), folk.places.commune()));
}
