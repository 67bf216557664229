import type { FormDefinition, Question, WriteSource } from '../../../domain/form/form.ts';
import type { Words } from '../../../domain/words.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { confirmChecks, confirmHouseholdChecks } from '../../checks/work/confirm.ts';
import { members } from '../../choices/members.ts';
import { confirmation } from '../../records/work/confirmation.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf, askToday } from '../parts/questions.ts';

/* The answer of a task that nothing changed. They are reached from the task alone: without it they say nothing. */

interface Confirmed {
  readonly about: string;
  readonly title: Words;
  readonly help: Words;
  readonly of: 'person' | 'household';
}

function confirmForm({ about, title, help, of }: Confirmed): FormDefinition {
  const whom: Question = of === 'person' ? askOneOf(members, confirmation) : ask(confirmation, 'note');
  const source: WriteSource = of === 'person' ? { field: 'person' } : { context: 'household.id' };
  return {
    key: `confirm_${about}`,
    title,
    help,
    ...formSet,
    shown: 'task',
    ...(of === 'person' && { subject: 'person' }),
    law: confirmation.law,
    checks: idsOf(of === 'person' ? confirmChecks : confirmHouseholdChecks),
    pages: [{ key: 'asked', title, questions: [whom, askToday(confirmation)] }],
    writes: [
      {
        name: 'confirmation',
        kind: confirmation.kind,
        values: {
          date: { field: 'date' },
          [of]: source,
          about: { value: about },
          ...(of === 'household' && { note: { field: 'note' } }),
          asked: { context: 'asked' },
        },
      },
    ],
  };
}

export const confirmForms: readonly FormDefinition[] = [
  confirmForm({
    about: 'away',
    of: 'person',
    title: { vi: 'Đã hỏi, vẫn đang tạm vắng', en: 'Asked, still away' },
    help: {
      vi: 'Ghi khi đã hỏi và người ấy vẫn đang tạm vắng. Sổ sẽ nhắc hỏi lại sau 6 tháng nữa. Đã về thì ghi “Tạm vắng đã về”, đi hẳn thì ghi “Chuyển đi khỏi xã”.',
      en: 'Somebody was asked and the person is still away. The book will remind again in six months. Who came home or left for good is recorded as such.',
    },
  }),
  confirmForm({
    about: 'schooling',
    of: 'person',
    title: { vi: 'Đã hỏi, học vấn không đổi', en: 'Asked, schooling as before' },
    help: {
      vi: 'Ghi khi đã hỏi và trình độ học vấn vẫn như trong sổ. Việc này hết cho năm học này. Có thay đổi thì sửa ở dòng của người ấy.',
      en: 'Somebody was asked and the schooling is as the book says. That ends it for this school year. A change is written on the person’s row.',
    },
  }),
  confirmForm({
    about: 'birth_date',
    of: 'person',
    title: { vi: 'Đã hỏi, không ai biết rõ ngày sinh', en: 'Asked, nobody knows the birth date' },
    help: {
      vi: 'Ghi khi đã xem giấy tờ, đã hỏi mà không ai biết rõ ngày, tháng sinh. Sổ giữ phần đã biết và không nhắc nữa. Sau này tìm được thì sửa ở dòng của người ấy.',
      en: 'The papers were looked at and nobody knows the day or month. The book keeps what is known and reminds no more. If it is found later, it is written on the person’s row.',
    },
  }),
  confirmForm({
    about: 'poverty',
    of: 'household',
    title: { vi: 'Đã xem lại, hộ nghèo không đổi', en: 'Looked over, poverty as before' },
    help: {
      vi: 'Ghi khi đã xem danh sách năm nay và hộ vẫn nghèo hoặc cận nghèo như trong sổ. Việc này hết cho năm nay. Có thay đổi thì ghi ở “Sửa thông tin hộ”.',
      en: 'This year’s list was looked at and the household is as the book says. That ends it for this year. A change is written on the household.',
    },
  }),
];
