import type { Indicator } from '../../domain/figure/indicator.ts';
import { elderChecked } from './care/elder-checked.ts';
import { namelessPregnancies, namelessStarts } from './care/nameless.ts';
import { pregnant } from './care/pregnant.ts';
import { slss } from './care/slss.ts';
import { slssFull } from './care/slss-full.ts';
import { slts } from './care/slts.ts';
import { sltsFull } from './care/slts-full.ts';
import { newUsers, newUsersTemporary, stopUsers } from './care/starts.ts';
import { usersEnd, usersOther, usersStart } from './care/users.ts';
import { type Choices, tt01Choices } from './choices.ts';
import { births, birthsByAge } from './life/births.ts';
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
import { ctvCount } from './network/ctv-count.ts';
import { ageParts, pop60End, popByAgeSex, w1549End, womenOnAverage } from './people/ages.ts';
import { hhFamily } from './people/hh-family.ts';
import { hhTotal } from './people/hh-total.ts';
import { mwraEnd, mwraStart } from './people/mwra.ts';
import { popEnd, popStart } from './people/pop-end.ts';
import { fertility } from './ratio/fertility.ts';
import { populationRates } from './ratio/population.ts';
import { birthShares, careShares, methodShares } from './ratio/shares.ts';
import { structure } from './ratio/structure.ts';

/** Every number of the programme as a form set chooses, in the order of its forms. */
export function makeIndicators(choices: Choices): readonly Indicator[] {
  return [
    ...[hhTotal, hhFamily, popStart, popEnd, w1549End, mwraEnd, mwraStart],
    ...[births, birthsM, birthsF, births2, births3plus(choices), birthsU20, ...birthsByAge, deaths],
    ...[marriedPersons, marriages, taoHon, canHuyet, premaritalCouples, divorcedPersons],
    ...[moveIn, moveOut, reviewAdd, reviewRemove, internalIn, internalOut],
    ...[...usersEnd, ...newUsers(choices), ...stopUsers(choices), ...usersStart, ...usersOther],
    ...[...newUsersTemporary(choices), ...namelessStarts],
    ...[pregnant, ...namelessPregnancies, slts, sltsFull, slss, slssFull, pop60End, elderChecked, ctvCount],
    ...[...popByAgeSex, ...ageParts, ...womenOnAverage],
    ...[...populationRates, ...birthShares, ...structure, ...fertility, ...methodShares, ...careShares(choices)],
  ];
}

export const indicators: readonly Indicator[] = makeIndicators(tt01Choices);
