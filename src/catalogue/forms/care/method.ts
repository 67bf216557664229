import type { FormDefinition } from '../../../domain/form/form.ts';
import { askField } from '../../../domain/record.ts';
import { methodStartChecks, methodStartUnnamedChecks, methodStopChecks } from '../../checks/care/method.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { women } from '../../choices/members.ts';
import { methodStart } from '../../records/care/method-start.ts';
import { methodStop } from '../../records/care/method-stop.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askIfKnown, askOneOf } from '../parts/questions.ts';
import { isWoman } from '../parts/rules.ts';
import { unnamedForm } from './without-name.ts';

export const methodStartForm: FormDefinition = {
  key: 'method_start',
  title: { vi: 'Mới sử dụng biện pháp tránh thai', en: 'Method start' },
  help: {
    vi: 'Ghi cho người vợ, cả khi chồng là người dùng. Ghi biện pháp khác là tự thôi biện pháp cũ; ghi lại đúng biện pháp đang dùng là lần cấp, tiêm hoặc thay tiếp theo. Việc này chỉ hiện ở trang riêng của chị ấy.',
    en: 'Record it with the wife, also where the husband uses it. Another method ends the one before; the same method again is the next supply or injection. It stands in the own panel only.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  suits: isWoman(10, 59),
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 7 "Vợ chồng mới sử dụng BPTT"',
  checks: idsOf(methodStartChecks),
  pages: [
    {
      key: 'start',
      title: { vi: 'Biện pháp tránh thai', en: 'The method' },
      questions: [
        askOneOf(women, methodStart),
        ask(methodStart, 'date'),
        ask(methodStart, 'method'),
        ask(methodStart, 'source'),
        ask(methodStart, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'start',
      kind: methodStart.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        method: { field: 'method' },
        source: { field: 'source' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};

export const methodStartUnnamedForm = unnamedForm({
  record: methodStart,
  checks: idsOf(methodStartUnnamedChecks),
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 7 "Vợ chồng mới sử dụng BPTT"',
  questions: [ask(methodStart, 'method')],
});

export const methodStopForm: FormDefinition = {
  key: 'method_stop',
  title: { vi: 'Thôi sử dụng biện pháp tránh thai', en: 'Method stop' },
  help: {
    vi: 'Ghi khi thôi hẳn biện pháp đang dùng mà không đổi sang biện pháp khác. Biện pháp đang dùng đã chọn sẵn. Lý do chỉ ghi khi chị ấy muốn nói.',
    en: 'Record that the method in use is given up and no other follows. The method in use stands there already. The reason is told only if she wants to.',
  },
  ...formSet,
  shown: 'panel',
  subject: 'person',
  suits: isWoman(10, 59),
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 8 "Vợ chồng thôi sử dụng BPTT"',
  checks: idsOf(methodStopChecks),
  pages: [
    {
      key: 'stop',
      title: { vi: 'Thôi sử dụng', en: 'The stop' },
      questions: [
        askOneOf(women, methodStop),
        ask(methodStop, 'date'),
        { field: askField(methodStop, 'method'), startsAs: { path: 'person.method' } },
        askIfKnown(methodStop, 'reason'),
        ask(methodStop, 'note'),
      ],
    },
  ],
  writes: [
    {
      name: 'stop',
      kind: methodStop.kind,
      values: {
        date: { field: 'date' },
        person: { field: 'person' },
        method: { field: 'method' },
        reason: { field: 'reason' },
        note: { field: 'note' },
        asked: { context: 'asked' },
      },
    },
  ],
};
