import type { Edition } from '../../domain/form/edition.ts';
import type { RecordDefinition } from '../../domain/record.ts';
import { formSet } from '../forms/parts/form-set.ts';
import { abortion } from './care/abortion.ts';
import { elderCheck } from './care/elder-check.ts';
import { methodStart } from './care/method-start.ts';
import { methodStop } from './care/method-stop.ts';
import { miscarriage } from './care/miscarriage.ts';
import { newbornScreen } from './care/newborn-screen.ts';
import { pregnancy } from './care/pregnancy.ts';
import { prenatalScreen } from './care/prenatal-screen.ts';
import { request } from './care/request.ts';
import { requestAnswer } from './care/request-answer.ts';
import { reportCases, reportFrozen } from './closing/report-frozen.ts';
import { reportVerdict } from './closing/report-verdict.ts';
import { household } from './household.ts';
import { adopt } from './life/adopt.ts';
import { birth } from './life/birth.ts';
import { couple } from './life/couple.ts';
import { death } from './life/death.ts';
import { divorce } from './life/divorce.ts';
import { marriage } from './life/marriage.ts';
import { changeInfo } from './move/change-info.ts';
import { moveIn } from './move/move-in.ts';
import { moveInternal } from './move/move-internal.ts';
import { moveOut } from './move/move-out.ts';
import { reviewAdd } from './move/review-add.ts';
import { reviewRemove } from './move/review-remove.ts';
import { person } from './person.ts';
import { stockMovement } from './stock/movement.ts';
import { orderApproval, remittance, stockCount, stockOrder } from './stock/papers.ts';
import { stockPoint } from './stock/point.ts';
import { supply } from './stock/supply.ts';
import { alias } from './work/alias.ts';
import { bookClosed } from './work/book-closed.ts';
import { collaborator } from './work/collaborator.ts';
import { confirmation } from './work/confirmation.ts';
import { draft } from './work/draft.ts';
import { entered } from './work/entered.ts';
import { importPart } from './work/import-part.ts';
import { meeting, target } from './work/meeting.ts';
import { slipAnswer, slipHanded } from './work/slip.ts';
import { typedFigure } from './work/typed-figure.ts';
import { visit } from './work/visit.ts';

const all: readonly RecordDefinition[] = [
  household,
  person,
  adopt,
  birth,
  couple,
  death,
  divorce,
  marriage,
  changeInfo,
  moveIn,
  moveInternal,
  moveOut,
  reviewAdd,
  reviewRemove,
  abortion,
  elderCheck,
  methodStart,
  methodStop,
  miscarriage,
  newbornScreen,
  pregnancy,
  prenatalScreen,
  request,
  requestAnswer,
  alias,
  collaborator,
  confirmation,
  bookClosed,
  draft,
  entered,
  importPart,
  visit,
  slipHanded,
  slipAnswer,
  meeting,
  target,
  typedFigure,
  supply,
  stockMovement,
  stockPoint,
  stockCount,
  stockOrder,
  orderApproval,
  remittance,
  reportFrozen,
  reportCases,
  reportVerdict,
];

/** Every kind of record that a book may hold, with its fields: of the form set in force where it does not say another. */
export const records: readonly (RecordDefinition & Edition)[] = all.map((record) => ({ ...formSet, ...record }));
