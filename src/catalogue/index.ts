import type { Catalogue } from '../domain/catalogue.ts';
import { birthAfterToday } from './checks/birth-after-today.ts';
import { birthBeforeMother } from './checks/birth-before-mother.ts';
import { birthMotherAge } from './checks/birth-mother-age.ts';
import { mothers } from './choices/mothers.ts';
import { birthForm } from './forms/birth.ts';
import { births } from './indicators/births.ts';
import { birthsF } from './indicators/births-f.ts';
import { birthsM } from './indicators/births-m.ts';
import { popEnd } from './indicators/pop-end.ts';
import { popStart } from './indicators/pop-start.ts';
import { birth } from './records/birth.ts';
import { household } from './records/household.ts';
import { person } from './records/person.ts';
import { form01Dsx } from './reports/01-dsx.ts';

/** Everything the programme says, in one value. */
export const catalogue: Catalogue = {
  records: [household, person, birth],
  forms: [birthForm],
  checks: [birthAfterToday, birthBeforeMother, birthMotherAge],
  choices: [mothers],
  indicators: [births, birthsM, birthsF, popEnd, popStart],
  reports: [form01Dsx],
};
