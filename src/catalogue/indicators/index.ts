import type { Indicator } from '../../domain/indicator.ts';
import { elderChecked } from './care/elder-checked.ts';
import { namelessCases, namelessUsers } from './care/nameless.ts';
import { pregnant } from './care/pregnant.ts';
import { slss } from './care/slss.ts';
import { slssFull } from './care/slss-full.ts';
import { slts } from './care/slts.ts';
import { sltsFull } from './care/slts-full.ts';
import { newUsers, newUsersTemporary, stopUsers, usersEnd, usersOther, usersStart } from './care/users.ts';
import { births } from './life/births.ts';
import { births2 } from './life/births-2.ts';
import { births3plus } from './life/births-3plus.ts';
import { birthsF } from './life/births-f.ts';
import { birthsM } from './life/births-m.ts';
import { birthsU20 } from './life/births-u20.ts';
import { deaths } from './life/deaths.ts';
import { canHuyet } from './marriage/can-huyet.ts';
import { divorcedPersons } from './marriage/divorced-persons.ts';
import { marriages } from './marriage/marriages.ts';
import { marriedPersons } from './marriage/married-persons.ts';
import { premaritalCouples } from './marriage/premarital-couples.ts';
import { taoHon } from './marriage/tao-hon.ts';
import { internalIn } from './move/internal-in.ts';
import { internalOut } from './move/internal-out.ts';
import { moveIn } from './move/move-in.ts';
import { moveOut } from './move/move-out.ts';
import { reviewAdd } from './move/review-add.ts';
import { reviewRemove } from './move/review-remove.ts';
import { hhFamily } from './people/hh-family.ts';
import { hhTotal } from './people/hh-total.ts';
import { mwraEnd } from './people/mwra-end.ts';
import { popBySex } from './people/pop-by-sex.ts';
import { popEnd } from './people/pop-end.ts';
import { popStart } from './people/pop-start.ts';
import { pop60End } from './people/pop60-end.ts';
import { w1549End } from './people/w15-49-end.ts';
import { populationRates } from './ratio/population.ts';
import { shares } from './ratio/shares.ts';

/** Every number of the programme, in the order of the forms. */
export const indicators: readonly Indicator[] = [
  hhTotal,
  hhFamily,
  popStart,
  popEnd,
  ...popBySex,
  w1549End,
  mwraEnd,
  births,
  birthsM,
  birthsF,
  births2,
  births3plus,
  birthsU20,
  deaths,
  marriedPersons,
  marriages,
  taoHon,
  canHuyet,
  premaritalCouples,
  divorcedPersons,
  moveIn,
  moveOut,
  reviewAdd,
  reviewRemove,
  internalIn,
  internalOut,
  ...usersEnd,
  ...newUsers,
  ...stopUsers,
  ...usersStart,
  ...usersOther,
  ...newUsersTemporary,
  pregnant,
  ...namelessUsers,
  ...namelessCases,
  slts,
  sltsFull,
  slss,
  slssFull,
  pop60End,
  elderChecked,
  ...populationRates,
  ...shares,
];
