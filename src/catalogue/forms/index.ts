import type { FormDefinition } from '../../domain/form/form.ts';
import { elderCheckForm } from './care/elder-check.ts';
import { methodStartForm, methodStartUnnamedForm, methodStopForm } from './care/method.ts';
import { pregnancyForms } from './care/pregnancy.ts';
import { requestAnswerForm, requestForm } from './care/request.ts';
import { newbornScreenForm, prenatalScreenForm } from './care/screening.ts';
import { coupleForm } from './edit/couple.ts';
import { householdEditForm, householdNewForm } from './edit/household.ts';
import { joinForm } from './edit/join.ts';
import { paperPersonForm } from './edit/paper-person.ts';
import { personEditForm, personPrivateForm } from './edit/person.ts';
import { adoptForm, adoptOutsideForm } from './life/adopt.ts';
import { birthForm } from './life/birth.ts';
import { deathForm } from './life/death.ts';
import { divorceForm } from './life/divorce.ts';
import { marriageForm } from './life/marriage.ts';
import { moveInForm } from './move/move-in.ts';
import { moveInHouseholdForm } from './move/move-in-household.ts';
import { moveInternalForm } from './move/move-internal.ts';
import { moveOutForm } from './move/move-out.ts';
import { rehomeForm } from './move/rehome.ts';
import { awayForm, backForm, ceaseForm, settleForm } from './move/residence.ts';
import { reviewAddForm, reviewRemoveForm } from './move/review.ts';
import { giveForm, giveUnnamedForm } from './stock/give.ts';
import { moveForm } from './stock/move.ts';
import { confirmForms } from './work/confirm.ts';
import { talkForm, visitForm } from './work/visit.ts';

/** Everything that can be recorded, in the order of the paper's tables. */
export const forms: readonly FormDefinition[] = [
  birthForm,
  deathForm,
  moveInForm,
  moveInHouseholdForm,
  moveOutForm,
  moveInternalForm,
  settleForm,
  ceaseForm,
  awayForm,
  backForm,
  marriageForm,
  divorceForm,
  adoptForm,
  adoptOutsideForm,
  elderCheckForm,
  rehomeForm,
  reviewAddForm,
  reviewRemoveForm,
  personEditForm,
  coupleForm,
  joinForm,
  personPrivateForm,
  householdEditForm,
  householdNewForm,
  paperPersonForm,
  ...pregnancyForms,
  prenatalScreenForm,
  newbornScreenForm,
  methodStartForm,
  methodStartUnnamedForm,
  methodStopForm,
  giveForm,
  // Before the other that writes a line alone: a line is read back as the first form that says all of it.
  moveForm,
  giveUnnamedForm,
  requestForm,
  requestAnswerForm,
  visitForm,
  talkForm,
  ...confirmForms,
];
