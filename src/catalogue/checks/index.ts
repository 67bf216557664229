import type { Check } from '../../domain/form/check.ts';
import type { Edition } from '../../domain/form/edition.ts';
import { formSet } from '../forms/parts/form-set.ts';
import { elderCheckChecks } from './care/elder.ts';
import { methodStartChecks, methodStartUnnamedChecks, methodStopChecks } from './care/method.ts';
import {
  abortionChecks,
  miscarriageChecks,
  newbornScreenChecks,
  pregnancyChecks,
  prenatalScreenChecks,
  unnamedChecks,
} from './care/pregnancy.ts';
import { requestAnswerChecks, requestChecks } from './care/request.ts';
import { coupleChecks, editCoupleChecks, rowCoupleChecks } from './edit/couple.ts';
import { editDateCheck, householdUnnamed, numberTaken } from './edit/household.ts';
import { joinChecks } from './edit/join.ts';
import { bornChecks, parentChecks, selfParentChecks } from './edit/person.ts';
import { rowChecks, spouseSecondHead } from './edit/row.ts';
import { adoptChecks, adoptOutsideChecks } from './life/adopt.ts';
import { birthChecks } from './life/birth.ts';
import { deathChecks } from './life/death.ts';
import { divorceChecks } from './life/divorce.ts';
import { marriageChecks } from './life/marriage.ts';
import {
  awayChecks,
  backChecks,
  ceaseChecks,
  moveInChecks,
  moveInternalChecks,
  moveOutChecks,
  rehomeChecks,
  reviewAddChecks,
  reviewRemoveChecks,
  settleChecks,
} from './move/moves.ts';
import { wholeHouseholdChecks } from './move/whole-household.ts';
import { giveChecks, giveUnnamedChecks, moveChecks } from './stock/stock.ts';
import { confirmChecks, confirmHouseholdChecks } from './work/confirm.ts';
import { visitChecks } from './work/visit.ts';

/** What a form of several asks as the forms of one do. */
const aboutOne: readonly Check[] = [numberTaken, householdUnnamed, ...rowChecks];

const all: readonly Check[] = [
  ...birthChecks,
  ...deathChecks,
  ...marriageChecks,
  ...divorceChecks,
  ...adoptChecks,
  ...adoptOutsideChecks,
  ...moveInChecks,
  ...wholeHouseholdChecks.filter((check) => !aboutOne.includes(check)),
  ...moveOutChecks,
  ...moveInternalChecks,
  ...rehomeChecks.filter((check) => !moveInternalChecks.includes(check)),
  ...reviewAddChecks,
  ...reviewRemoveChecks,
  ...settleChecks,
  ...ceaseChecks,
  ...awayChecks,
  ...backChecks,
  ...rowChecks,
  spouseSecondHead,
  ...parentChecks,
  ...selfParentChecks,
  ...bornChecks,
  ...new Set([...coupleChecks, ...editCoupleChecks, ...rowCoupleChecks]),
  ...joinChecks,
  editDateCheck,
  numberTaken,
  householdUnnamed,
  ...pregnancyChecks,
  ...miscarriageChecks,
  ...abortionChecks,
  ...Object.values(unnamedChecks).flat(),
  ...prenatalScreenChecks,
  ...newbornScreenChecks,
  ...elderCheckChecks,
  ...methodStartChecks,
  ...methodStartUnnamedChecks,
  ...methodStopChecks,
  ...requestChecks,
  ...requestAnswerChecks,
  ...giveChecks,
  ...giveUnnamedChecks,
  ...moveChecks,
  ...visitChecks,
  ...confirmChecks,
  ...confirmHouseholdChecks,
];

/** Every check that a form names: of the form set in force where it does not say another. */
export const checks: readonly (Check & Edition)[] = all.map((check) => ({ ...formSet, ...check }));
