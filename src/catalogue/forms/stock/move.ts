import type { Condition } from '../../../domain/condition.ts';
import type { FormDefinition } from '../../../domain/form/form.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { moveChecks } from '../../checks/stock/stock.ts';
import { stockMovement } from '../../records/stock/movement.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askSurely, askToday } from '../parts/questions.ts';
import { isPaid, moveValues, storeQuestion } from './parts.ts';

const isType = (...types: readonly string[]): Condition => ({ oneOf: [{ path: 'type' }, types] });

/** Everything that comes into a store or leaves it, but what clients are given. */
export const moveForm: FormDefinition = {
  key: 'stock_move',
  title: { vi: 'Nhập, xuất kho', en: 'Stock movement' },
  help: {
    vi: 'Mỗi lần nhập, xuất, trả, hao hụt hay điều chỉnh là một dòng thẻ kho. Xuất cho cộng tác viên thì còn đang chuyển cho đến khi bên nhận bấm Đã nhận đủ. Ghi nhầm thì rút lại rồi ghi lại.',
    en: 'Each receipt, issue, return, loss or adjustment is one line of the card. What is issued to a collaborator is on its way until she takes it in. What was wrong is taken back and written again.',
  },
  ...formSet,
  asks: 'village',
  shown: 'stock',
  law: 'Quyết định 199/QĐ-BYT ngày 20/4/2009 về quản lý hậu cần phương tiện tránh thai',
  checks: idsOf(moveChecks),
  pages: [
    {
      key: 'what',
      title: { vi: 'Nhập, xuất', en: 'The movement' },
      questions: [
        ask(stockMovement, 'type'),
        askToday(stockMovement),
        storeQuestion,
        { ...askSurely(stockMovement, 'counterpart'), when: isType('issue') },
        ask(stockMovement, 'product'),
        ask(stockMovement, 'channel'),
        ask(stockMovement, 'quantity'),
      ],
    },
    {
      key: 'lot',
      title: { vi: 'Lô và chứng từ', en: 'Lot and document' },
      questions: [
        ask(stockMovement, 'lot'),
        ask(stockMovement, 'expiry'),
        { ...ask(stockMovement, 'unitPrice'), when: isPaid },
        { ...askSurely(stockMovement, 'reason'), when: isType('loss', 'adjust', 'return_out') },
        { ...ask(stockMovement, 'passedOver'), when: isType('issue') },
        ask(stockMovement, 'document'),
        ask(stockMovement, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'line',
      kind: stockMovement.kind,
      place: 'stock.place',
      values: {
        ...moveValues,
        type: { field: 'type' },
        counterpart: {
          choose: [
            { when: isType('issue'), use: { field: 'counterpart' } },
            { when: isType('return_out'), use: { context: 'stock.above' } },
          ],
        },
        reason: { field: 'reason' },
        document: { field: 'document' },
        note: { field: 'note' },
      },
    },
  ],
};
