import type { ChoiceList } from '../../../domain/catalogue.ts';
import type { Condition } from '../../../domain/condition.ts';
import type { Check } from '../../../domain/form/check.ts';
import type { FormDefinition, FormWrite, Question, WriteSource } from '../../../domain/form/form.ts';
import type { Words } from '../../../domain/words.ts';
import { idsOf } from '../../checks/fact-checks.ts';
import { awayChecks, backChecks, ceaseChecks, settleChecks } from '../../checks/move/moves.ts';
import { absentees, temporaries, usuals } from '../../choices/members.ts';
import { changeInfo } from '../../records/move/change-info.ts';
import { person } from '../../records/person.ts';
import { isKnown } from '../../rules/spans.ts';
import { formSet } from '../parts/form-set.ts';
import { ask, askOneOf, askSeveralOf, askSurely } from '../parts/questions.ts';

/* How somebody lives here changes from a day on: told as a change of residence, counted where it makes a resident. */

const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 10 (tình trạng cư trú); Phiếu P0/CTV, bảng 6';

interface Residence {
  readonly key: string;
  readonly title: Words;
  readonly help: Words;
  readonly who: ChoiceList;
  /** Residence before, of those to whom it is offered, and from that day on. */
  readonly was: readonly string[];
  readonly becomes: string;
  readonly date: Words;
  readonly checks: readonly Check[];
  readonly questions?: readonly Question[];
  readonly beside?: readonly FormWrite[];
  /** A family may do so in one act; the children are ticked along. */
  readonly forFamily?: true;
}

/** Children of whom it is about. */
const areChildren: Condition = {
  any: ['mother', 'father'].map((parent) => ({ is: [{ path: `it.${parent}` }, { path: 'person' }] })),
};

function residenceForm(change: Residence): FormDefinition {
  const { key, title, help, who, checks, questions = [], beside = [], forFamily } = change;
  return {
    key,
    title,
    help,
    ...formSet,
    shown: 'events',
    subject: 'person',
    suits: {
      all: [
        { is: [{ path: 'person.status' }, { value: 'active' }] },
        { oneOf: [{ path: 'person.residence' }, change.was] },
      ],
    },
    ...(forFamily && { forMany: true, along: areChildren }),
    law,
    checks: idsOf(checks),
    pages: [
      {
        key,
        title,
        questions: [
          forFamily ? askSeveralOf(who, changeInfo) : askOneOf(who, changeInfo),
          askSurely(changeInfo, 'date', change.date),
          ...questions,
          ask(changeInfo, 'note'),
        ],
      },
    ],
    writes: [
      {
        name: 'change',
        kind: changeInfo.kind,
        when: { not: { is: [{ path: 'person.residence' }, { value: change.becomes }] } },
        values: {
          date: { field: 'date' },
          person: { field: 'person' },
          field: { value: 'residence' },
          old: { context: 'person.residence' },
          new: { value: change.becomes },
          note: { field: 'note' },
          asked: { context: 'asked' },
        },
      },
      ...beside,
    ],
  };
}

export const settleForm = residenceForm({
  key: 'settle',
  title: { vi: 'Tạm trú thành thực tế thường trú', en: 'Settling' },
  help: {
    vi: 'Ghi khi người tạm trú đã ở ổn định đủ 6 tháng, hoặc rõ là ở lâu dài; con cùng ở thì chọn luôn. Từ ngày đó người ấy tính vào dân số của xã. Báo cáo tính mỗi người là một người chuyển đến.',
    en: 'For a temporary resident who has lived here for six months, or is clearly here to stay; tick the children too. From that day the person counts in the population. The report counts one move in for each.',
  },
  who: temporaries,
  was: ['temporary'],
  becomes: 'usual_present',
  date: { vi: 'Ngày ở ổn định', en: 'Settled on' },
  checks: settleChecks,
  forFamily: true,
});

export const ceaseForm = residenceForm({
  key: 'cease',
  title: { vi: 'Thực tế thường trú thành tạm trú', en: 'Ceasing to reside' },
  help: {
    vi: 'Ghi khi người đang là thực tế thường trú chỉ còn ở tạm, nơi ở chính là xã khác. Từ ngày đó người ấy không tính vào dân số của xã. Báo cáo tính là một người chuyển đi.',
    en: 'For a usual resident who now only stays here for a time and belongs elsewhere. From that day the person does not count in the population. The report counts one move out.',
  },
  who: usuals,
  was: ['usual_present', 'usual_absent'],
  becomes: 'temporary',
  date: { vi: 'Ngày thôi ở ổn định', en: 'Ceased on' },
  checks: ceaseChecks,
  forFamily: true,
});

/** What was told of an absence before is not told of this one. Coming home leaves it: a return can be taken back. */
function saidOrBlank(field: string): WriteSource {
  return { choose: [{ when: isKnown(field), use: { field } }, { use: { value: null } }] };
}

export const awayForm = residenceForm({
  key: 'away',
  title: { vi: 'Tạm vắng', en: 'Away' },
  help: {
    vi: 'Ghi người của hộ đang đi vắng: đi làm, đi học, chữa bệnh, đi bộ đội. Người tạm vắng vẫn tính vào dân số của xã. Vắng quá 6 tháng sổ sẽ nhắc hỏi lại, không tự gạch tên.',
    en: 'Somebody of the household who is away for work, study, treatment or service. The absent still count in the population. After six months the book reminds you to ask again; nobody is struck off by itself.',
  },
  who: usuals,
  was: ['usual_present', 'usual_absent'],
  becomes: 'usual_absent',
  date: { vi: 'Vắng từ ngày', en: 'Away since' },
  checks: awayChecks,
  questions: [ask(person, 'awayWhere'), ask(person, 'awayWhy')],
  beside: [
    {
      name: 'away',
      kind: person.kind,
      onto: { field: 'person' },
      values: {
        awaySince: { field: 'date' },
        awayWhere: saidOrBlank('awayWhere'),
        awayWhy: saidOrBlank('awayWhy'),
      },
    },
  ],
});

export const backForm = residenceForm({
  key: 'back',
  title: { vi: 'Tạm vắng đã về', en: 'Back home' },
  help: {
    vi: 'Ghi khi người tạm vắng đã về ở nhà. Người ấy vẫn luôn tính vào dân số, nên không số nào đổi. Đi hẳn không về nữa thì ghi “Chuyển đi khỏi xã”.',
    en: 'For an absent person who is home again. The person counted all the time, so no figure changes. Who will not come back has moved out.',
  },
  who: absentees,
  was: ['usual_absent'],
  becomes: 'usual_present',
  date: { vi: 'Ngày về', en: 'Back on' },
  checks: backChecks,
});
