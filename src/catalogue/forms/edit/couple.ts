import type { FormDefinition } from '../../../domain/form/form.ts';
import { coupleChecks } from '../../checks/edit/couple.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { members } from '../../choices/members.ts';
import { couple } from '../../records/life/couple.ts';
import { editedCouple } from '../parts/couple.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askAnyone, askOneOf } from '../parts/questions.ts';
import { livesHere } from '../parts/rules.ts';

const { when: _, ...noted } = editedCouple({ date: { context: 'today' } });

/** The book knows that both are married, and not that it is to each other. */
export const coupleForm: FormDefinition = {
  key: 'couple',
  title: { vi: 'Nối vợ chồng', en: 'Link a couple' },
  help: {
    vi: 'Dùng khi hai người trong sổ là vợ chồng mà sổ chưa ghi họ là của nhau, hoặc ghi nhầm người. Ghi một lần, sổ nối cả hai bên. Không tính là kết hôn; mới cưới thì ghi “Kết hôn”.',
    en: 'For two people of the book who are a couple while the book does not say so, or says somebody else. Told once, it holds for both. It is no wedding; for a new one use “Marriage”.',
  },
  ...formSet,
  shown: 'edit',
  subject: 'person',
  suits: livesHere,
  law: couple.law,
  checks: idsOf(coupleChecks),
  pages: [
    {
      key: 'couple',
      title: { vi: 'Hai vợ chồng', en: 'The couple' },
      questions: [
        askOneOf(members, couple),
        { ...askAnyone(couple, 'spouse'), startsAs: { path: 'person.partner' } },
        ask(couple, 'note'),
      ],
    },
  ],
  writes: [{ ...noted, values: { ...noted.values, note: { field: 'note' } } }],
};
