import type { FormPage, FormWrite, Question, WriteSources } from '../../../domain/form/form.ts';
import { askField, type RecordDefinition } from '../../../domain/record.ts';
import { married } from '../../choices/members.ts';
import { person } from '../../records/person.ts';
import { rowCouple, spouseOfRow } from './couple.ts';
import {
  askedWhen,
  educationQuestion,
  identityQuestions,
  phoneQuestion,
  relationQuestion,
  rowValues,
} from './person-row.ts';
import { ask, askAnyone, askAside, askSurely } from './questions.ts';
import { isCode, isNo, isYes } from './rules.ts';
import { toldChanges } from './told-changes.ts';

/* Somebody enters the book by a fact: with a new row, or as the record that was here before. */

/** @param about what the fact itself asks on its first page, beside the date and who it is */
export function arrivalPages(
  record: RecordDefinition,
  about: readonly Question[],
  date: Question,
): readonly FormPage[] {
  return [
    {
      key: 'arrival',
      title: record.label,
      questions: [
        date,
        askAside('wasHere', {
          vi: 'Người này đã từng có trong sổ của xã',
          en: 'This person was in the commune’s book before',
        }),
        { ...askAnyone(record, 'person', { vi: 'Người ấy trong sổ', en: 'That person' }), when: isYes('wasHere') },
        ...about,
        ask(record, 'note'),
      ],
    },
    {
      key: 'row',
      title: { vi: 'Họ tên, ngày sinh', en: 'Name and birth' },
      questions: askedWhen(isNo('wasHere'), identityQuestions),
    },
    {
      key: 'place',
      title: { vi: 'Ở hộ này', en: 'In this household' },
      questions: [
        relationQuestion,
        askSurely(record, 'residence'),
        { field: askField(record, 'marital'), mayBeUnknown: true },
        {
          field: askField(person, 'spouse'),
          choices: married.key,
          when: { all: [isNo('wasHere'), isCode('marital', 'married')] },
          hint: {
            vi: 'Người đã ở hộ này; để trống thì vợ hoặc chồng của chủ hộ được nối với chủ hộ',
            en: 'Somebody who lives here; left blank, the spouse of the head is linked with the head',
          },
        },
        ...askedWhen(isNo('wasHere'), [educationQuestion, phoneQuestion]),
      ],
    },
  ];
}

/** @param values what the fact says beside who, when, where and how */
export function arrivalWrites(record: RecordDefinition, values: WriteSources): readonly FormWrite[] {
  return [
    { name: 'row', kind: person.kind, when: isNo('wasHere'), values: { ...rowValues, spouse: spouseOfRow } },
    {
      name: 'before',
      kind: person.kind,
      when: isYes('wasHere'),
      onto: { field: 'person' },
      values: { relation: { field: 'relation' } },
      changes: toldChanges({ date: { field: 'date' }, person: { field: 'person' } }),
    },
    {
      name: 'arrival',
      kind: record.kind,
      values: {
        date: { field: 'date' },
        person: { choose: [{ when: isYes('wasHere'), use: { field: 'person' } }, { use: { made: 'row' } }] },
        household: { context: 'household.id' },
        residence: { field: 'residence' },
        marital: { field: 'marital' },
        note: { field: 'note' },
        asked: { context: 'asked' },
        ...values,
      },
    },
    rowCouple('row', isNo('wasHere')),
  ];
}
