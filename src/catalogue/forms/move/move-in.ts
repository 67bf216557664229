import type { FormDefinition } from '../../../domain/form/form.ts';
import { rowCoupleChecks } from '../../checks/edit/couple.ts';
import { rowChecks } from '../../checks/edit/row.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { moveInChecks } from '../../checks/move/moves.ts';
import { moveIn } from '../../records/move/move-in.ts';
import { arrivalPages, arrivalWrites } from '../parts/arrival.ts';
import { formSet } from '../parts/form-set.ts';
import { cardLikeness } from '../parts/person-row.ts';
import { ask, askSurely } from '../parts/questions.ts';

export const moveInForm: FormDefinition = {
  key: 'move_in',
  title: { vi: 'Chuyển đến từ xã khác', en: 'Move in from another commune' },
  help: {
    vi: 'Ghi người từ xã khác đến ở hộ này, mỗi người một lần. Người đã từng có trong sổ thì chọn lại người ấy, không ghi dòng mới. Ở ổn định từ 6 tháng hoặc rõ là ở lâu dài thì ghi thực tế thường trú, còn lại ghi tạm trú.',
    en: 'Record each person who comes from another commune to live in this household. Somebody who was in the book before is chosen again, not written anew. Settled for six months, or clearly here to stay, is a usual resident; others are temporary.',
  },
  ...formSet,
  shown: 'events',
  subject: 'person',
  suits: { is: [{ path: 'person.status' }, { value: 'left' }] },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 4 "Chuyển đến từ xã khác"',
  checks: idsOf([...moveInChecks, ...rowChecks, ...rowCoupleChecks]),
  likenesses: [cardLikeness],
  pages: arrivalPages(moveIn, [ask(moveIn, 'from')], askSurely(moveIn, 'date')),
  writes: arrivalWrites(moveIn, { from: { field: 'from' } }),
};
