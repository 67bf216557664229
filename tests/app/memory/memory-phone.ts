import { catalogue } from '../../../src/catalogue/index.ts';
import { foldText } from '../../../src/domain/search-key.ts';
import type { Fields } from '../../../src/domain/value.ts';
import type { Draft, PhoneApi, PhoneEvent, SyncState, VaultState, Who } from '../../../src/workers/api/phone-api.ts';
import type { UnitsAsked } from '../../../src/workers/api/units-api.ts';
import { memoryBook } from './memory-book.ts';
import { memoryClosing } from './memory-closing.ts';
import { memoryMeeting } from './memory-meeting.ts';
import { type HouseholdPage, household, type PersonLine, person } from './memory-people.ts';
import { memoryStock } from './memory-stock.ts';
import { memoryTransfer } from './memory-transfer.ts';

/** What a test sees of the phone besides its API. */
export interface MemoryPhone {
  readonly phone: PhoneApi;
  /** Names of the calls that change something, in their order. */
  readonly calls: readonly string[];
  readonly tell: (event: PhoneEvent) => void;
}

const today = '2026-11-22';
const pin = '290417';

const who: Who = {
  device: 'maymai',
  userName: 'Trần Thị Mai',
  role: 'officer',
  commune: 'mau',
  communeName: 'Xã Mẫu',
  left: [],
  book: 'commune-1',
  places: [
    { id: 'commune-1', code: '00001', name: 'Xã Mẫu', level: 'commune' },
    { id: 'village-1', code: '01', name: 'Thôn Đông', level: 'village' },
    { id: 'village-2', code: '02', name: 'Thôn Đoài', level: 'village' },
  ],
};

/** The phone's worker without keys, storage and network: invented people, and everything in memory. */
export function makeMemoryPhone(start: VaultState = { is: 'empty' }): MemoryPhone {
  let vault = start;
  let waiting = 0;
  let sentAt: number | null = null;
  const calls: string[] = [];
  const drafts = new Map<string, Draft>();
  const listeners = new Set<(event: PhoneEvent) => void>();
  const households = new Map(Array.from({ length: 130 }, (_, index) => [`h${index + 1}`, household(index + 1)]));
  const tell = (event: PhoneEvent): void => {
    for (const listener of [...listeners]) listener(event);
  };
  const sync = (): SyncState => ({
    is: 'idle',
    waiting,
    waitsSince: null,
    mending: 0,
    sentAt,
    ...{ isWhole: true, agreedAt: null, clockOffset: 400, failures: 0 },
  });
  const open = () => {
    vault = { is: 'open', who };
    return { ok: true, value: who } as const;
  };
  const row = (page: HouseholdPage, one: PersonLine | undefined) => ({
    id: one?.id ?? page.id,
    kind: one ? ('person' as const) : ('household' as const),
    household: page.id,
    householdNumber: page.number,
    name: one?.name ?? page.people[0]?.name ?? '',
    villageName: page.villageName,
    birthYear: one?.birthDate.slice(0, 4) ?? '',
    sex: one?.sex ?? '',
    isWaiting: one?.standing === 'waiting',
  });
  const addChild = (id: string, answers: Fields): void => {
    const page = households.get(id);
    if (page === undefined) throw new Error('unknown household');
    const name = typeof answers.fullName === 'string' ? answers.fullName : 'Trai';
    const child = person(
      `c${waiting}`,
      name,
      answers.sex === 'male' ? 'Con trai' : 'Con gái',
      String(answers.sex),
      String(answers.date),
    );
    households.set(id, { ...page, people: [...page.people, { ...child, age: 0, standing: 'waiting' }] });
  };
  const told = () => Array.from({ length: waiting }, (_, index) => `t${index + 1}`);
  const asked: UnitsAsked[] = [];
  const phone: PhoneApi = {
    ...memoryBook(households, calls, told),
    ...memoryMeeting(),
    state: async () => vault,
    activate: async (code) => {
      if (code !== 'MAU-2026') return { ok: false, error: 'wrong_code' };
      vault = { is: 'card' };
      return { ok: true, value: { card: ['sim', 'ruong', 'dua', 'mai'], who } };
    },
    choosePin: async (chosen) => {
      if (!/^\d*$/.test(chosen)) return { ok: false, error: 'not_digits' };
      if (chosen.length < 6) return { ok: false, error: 'too_short' };
      if (chosen === '123456') return { ok: false, error: 'too_simple' };
      open();
      return { ok: true, value: null };
    },
    unlock: async (tried) => {
      if (tried !== pin) return { ok: false, error: { why: 'wrong', triesLeft: 9, notBefore: 0 } };
      return open();
    },
    unlockWithCard: async (words) => {
      if (words.join(' ') !== 'sim ruong dua mai')
        return { ok: false, error: { why: 'wrong', triesLeft: 9, notBefore: 0 } };
      return open();
    },
    lock: async () => {
      calls.push('lock');
      vault = { is: 'locked', triesLeft: 10, notBefore: 0, pin: 'usable' };
    },
    search: async (text, limit) => {
      const sought = foldText(text);
      const rows = [...households.values()].flatMap((page) => [
        ...(page.number === sought ? [row(page, undefined)] : []),
        ...page.people.filter((one) => foldText(one.name).includes(sought)).map((one) => row(page, one)),
      ]);
      return { rows: rows.slice(0, limit), total: rows.length };
    },
    village: async (place) => {
      const pages = place === 'village-1' ? [...households.values()] : [];
      const people = pages.reduce((sum, page) => sum + page.people.length, 0);
      return {
        place,
        name: place === 'village-1' ? 'Thôn Đông' : 'Thôn Đoài',
        households: pages.map((page) => ({ ...row(page, undefined), area: '', people: page.people.length })),
        people,
      };
    },
    household: async (id) => households.get(id),
    formContext: async (_form, id) => ({
      today,
      defaults: {},
      choices: {
        mother: (households.get(id)?.people ?? [])
          .filter((one) => one.sex === 'female')
          .map((one) => ({ value: one.id, label: one.name, note: one.birthDate || 'chưa rõ ngày sinh' })),
      },
    }),
    check: async (_form, _household, answers) => {
      if (typeof answers.date === 'string' && answers.date > today) {
        return [
          {
            check: 'after-today',
            strength: 'stop',
            field: 'date',
            message: { vi: 'Ngày sinh không được sau hôm nay' },
          },
        ];
      }
      if (answers.order === 9) {
        return [{ check: 'order', strength: 'ask', field: 'order', message: { vi: 'Con thứ 9. Đúng không?' } }];
      }
      return [];
    },
    record: async (form, id, answers, asked) => {
      calls.push(`record ${form} ${id} ${JSON.stringify(answers)} ${asked.join(',')}`);
      waiting += 1;
      addChild(id, answers);
      tell({ is: 'register' });
      return { ok: true, value: { transaction: `t${waiting}`, records: [] } };
    },
    undo: async (transaction) => {
      calls.push(`undo ${transaction}`);
      for (const [id, page] of households) {
        households.set(id, { ...page, people: page.people.filter((one) => one.standing !== 'waiting') });
      }
      tell({ is: 'register' });
    },
    ...memoryClosing,
    ...memoryStock,
    ...memoryTransfer,
    proof: async () => ({
      left: { waiting, mending: 0, drafts: drafts.size },
      receipt: null,
      mended: { records: 0, at: null },
      certificate: null,
    }),
    waitingFile: async () => undefined,
    openRoadFile: async () => ({ is: 'refused', why: 'strange' }),
    carried: async () => ({ waiting: 0, answered: 0 }),
    verdictFile: async () => undefined,
    certify: async () => ({ ok: false, error: 'network' }),
    users: async () => ({
      users: [{ device: who.device, label: 'TTM', number: 1, isCurrent: true, isRevoked: false }],
      hasUnfinished: false,
    }),
    switchUser: async () => {
      vault = start;
    },
    chooseLabel: async () => ({ ok: true, value: null }),
    leaveRescue: async () => 'stands',
    leavePhone: async () => ({ ok: false, error: 'unproved' }),
    disputed: async () => [],
    disagreements: async () => [],
    settleDisagreement: async () => ({ transaction: 'settled', records: [] }),
    judgeAct: async () => [],
    act: async (act) => {
      calls.push(`act ${act.is}`);
      tell({ is: 'register' });
      return { ok: true, value: { transaction: 'act', records: [] } };
    },
    drafts: async () => [...drafts.values()],
    saveDraft: async (draft) => {
      calls.push(`draft ${JSON.stringify(draft.answers)}`);
      drafts.set(draft.id, { ...draft, savedAt: Date.now() });
    },
    dropDraft: async (id) => {
      drafts.delete(id);
    },
    report: async (report, period, place) => {
      const figure = (number: string, key: string, value: number, indent: number) => {
        const indicator = catalogue.indicators.find((one) => one.key === key);
        if (indicator === undefined) throw new Error(key);
        const { label, unit, decimals } = indicator;
        return {
          row: number,
          key,
          label,
          unit,
          decimals,
          indent,
          isLegal: true,
          value,
          cumulative: value + 11,
          waiting: value,
        };
      };
      const rows = [
        figure('4', 'births', waiting, 0),
        figure('4a', 'births_m', waiting, 1),
        figure('4b', 'births_f', 0, 1),
      ];
      const title = { vi: 'Báo cáo tháng về dân số của xã' };
      const above = [{ ...figure('pop_end', 'pop_end', 12_034, 0), waiting: 0 }];
      return {
        form: report,
        formSet: 'TT01-2022',
        title,
        period,
        place,
        placeName: 'Xã Mẫu',
        rounding: 'half_up',
        above,
        rows,
      };
    },
    cases: async () =>
      [...households.values()].flatMap((page) =>
        page.people
          .filter((one) => one.standing === 'waiting')
          .map((one) => ({
            record: one.id,
            person: one.id,
            household: page.id,
            householdNumber: page.number,
            villageName: page.villageName,
            date: one.birthDate,
            sex: one.sex,
            name: one.name,
          })),
      ),
    syncState: async () => sync(),
    sync: async () => {
      calls.push('sync');
      waiting = 0;
      sentAt = Date.now();
      return sync();
    },
    handedDrafts: async () => [],
    handOn: async () => ({ ok: true, value: null }),
    takeUp: async () => undefined,
    dropHanded: async () => undefined,
    unitsAsked: async () => asked,
    askUnits: async (change) => {
      calls.push('askUnits');
      const one = { id: `asked-${asked.length}`, change, at: 0, state: { is: 'waiting' } } as const;
      asked.unshift(one);
      return one;
    },
    dropUnits: async (id) => {
      asked.splice(
        asked.findIndex((one) => one.id === id),
        1,
      );
    },
    watch: async (listener) => {
      listeners.add(listener);
    },
  };
  return { phone, calls, tell };
}
