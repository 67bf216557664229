import type { FormDefinition, FormWrite, Question, WriteSources } from '../../../domain/form/form.ts';
import { askField, type RecordDefinition } from '../../../domain/record.ts';
import type { Words } from '../../../domain/words.ts';
import { abortionChecks, miscarriageChecks, pregnancyChecks, unnamedChecks } from '../../checks/care/pregnancy.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { women } from '../../choices/members.ts';
import { abortion } from '../../records/care/abortion.ts';
import { methodStop } from '../../records/care/method-stop.ts';
import { miscarriage } from '../../records/care/miscarriage.ts';
import { pregnancy } from '../../records/care/pregnancy.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askAside, askOneOf } from '../parts/questions.ts';
import { isWoman } from '../parts/rules.ts';
import { unnamedForm } from './without-name.ts';

const methodLabel: Words = { vi: 'Biện pháp tránh thai đang dùng', en: 'The method in use' };
const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 9 "Phụ nữ có thông tin thai sản"';

/** The method that is in use where the form is opened: drawn nowhere, it decides whether the next one is asked. */
const methodInUse: Question = {
  field: { key: 'methodInUse', label: methodLabel, type: askField(methodStop, 'method').type },
  startsAs: { path: 'person.method' },
  when: { any: [] },
};

/** One save: the pregnancy, and the end of the method; taken back together. */
const endsMethod: Question = {
  ...askAside('endsMethod', methodLabel),
  when: { not: { unknown: { path: 'methodInUse' } } },
  yesNo: {
    yes: { vi: 'Thôi từ ngày này', en: 'It ends on this day' },
    no: { vi: 'Chưa thôi', en: 'It does not end' },
  },
};

const methodEnd: FormWrite = {
  name: 'stop',
  kind: methodStop.kind,
  when: { all: [{ is: [{ path: 'endsMethod' }, { value: true }] }, { not: { unknown: { path: 'person.method' } } }] },
  values: {
    date: { field: 'date' },
    person: { field: 'person' },
    method: { context: 'person.method' },
    reason: { value: 'pregnant' },
  },
};

interface Care {
  readonly record: RecordDefinition;
  readonly help: Words;
  readonly checks: FormDefinition['checks'];
  readonly questions?: readonly Question[];
  readonly values?: WriteSources;
  /** What it writes beside the fact itself. */
  readonly beside?: readonly FormWrite[];
}

const facts: WriteSources = {
  date: { field: 'date' },
  note: { field: 'note' },
  asked: { context: 'asked' },
};

/** In the woman's own panel. */
function namedForm({ record, help, checks, questions = [], values = {}, beside = [] }: Care): FormDefinition {
  return {
    key: record.kind,
    title: record.label,
    help,
    ...formSet,
    shown: 'panel',
    subject: 'person',
    suits: isWoman(10, 59),
    law,
    checks,
    pages: [
      {
        key: record.kind,
        title: record.label,
        questions: [askOneOf(women, record), ask(record, 'date'), ...questions, ask(record, 'note')],
      },
    ],
    writes: [
      { name: record.kind, kind: record.kind, values: { ...facts, person: { field: 'person' }, ...values } },
      ...beside,
    ],
  };
}

export const pregnancyForms: readonly FormDefinition[] = [
  namedForm({
    record: pregnancy,
    help: {
      vi: 'Ghi khi biết người phụ nữ mang thai; ngày ghi là ngày biết. Thai kết thúc khi ghi sinh, sảy thai hoặc phá thai; đang dùng biện pháp tránh thai thì ghi thôi luôn ở đây. Việc này chỉ hiện ở trang riêng của chị ấy.',
      en: 'Record a pregnancy when it becomes known, with that day. It ends with a birth or a loss; a method in use is ended here, too. It stands in the woman’s own panel only.',
    },
    checks: idsOf(pregnancyChecks),
    questions: [ask(pregnancy, 'number'), ask(pregnancy, 'week'), methodInUse, endsMethod],
    beside: [methodEnd],
    values: { number: { field: 'number' }, week: { field: 'week' } },
  }),
  namedForm({
    record: miscarriage,
    help: {
      vi: 'Ghi khi thai bị sảy; lần mang thai đang mở kết thúc từ ngày đó. Việc này chỉ hiện ở trang riêng của chị ấy. Chị không muốn nêu tên thì ghi theo thôn, không tên.',
      en: 'Record a miscarriage; the open pregnancy ends on that day. It stands in the woman’s own panel only. It can be recorded for the village without a name instead.',
    },
    checks: idsOf(miscarriageChecks),
  }),
  namedForm({
    record: abortion,
    help: {
      vi: 'Ghi khi thai được phá; lần mang thai đang mở kết thúc từ ngày đó. Việc này chỉ hiện ở trang riêng của chị ấy. Chị không muốn nêu tên thì ghi theo thôn, không tên.',
      en: 'Record an abortion; the open pregnancy ends on that day. It stands in the woman’s own panel only. It can be recorded for the village without a name instead.',
    },
    checks: idsOf(abortionChecks),
  }),
  unnamedForm({ record: pregnancy, checks: idsOf(unnamedChecks.pregnancy), law }),
  unnamedForm({ record: miscarriage, checks: idsOf(unnamedChecks.miscarriage), law }),
  unnamedForm({ record: abortion, checks: idsOf(unnamedChecks.abortion), law }),
];
