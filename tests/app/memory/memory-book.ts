import { catalogue } from '../../../src/catalogue/index.ts';
import { foldText } from '../../../src/domain/search-key.ts';
import type { BookApi } from '../../../src/workers/api/book-api.ts';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';

type HouseholdPage = NonNullable<Awaited<ReturnType<PhoneApi['household']>>>;
type PersonLine = HouseholdPage['people'][number];
type PersonPage = NonNullable<Awaited<ReturnType<BookApi['person']>>>;
type ChangeLine = PersonPage['changes'][number];
type Task = Awaited<ReturnType<BookApi['tasks']>>['tasks'][number];

const looks = [{ at: Date.UTC(2026, 10, 20, 3), user: 'Trần Thị Mai' }];

/** What came about in household 42, as the register would tell it. */
const wedding: ChangeLine = {
  id: 'f-wedding',
  kind: 'marriage',
  label: { vi: 'Kết hôn', en: 'Marriage' },
  date: '2020-02-10',
  people: [
    { id: 'p42-1', name: 'Lê Văn Tân', birthDate: '1994-06-01', role: { vi: 'Người kết hôn' } },
    { id: 'p42-2', name: 'Nguyễn Thị Hoà', birthDate: '1996-03-05', role: { vi: 'Vợ / chồng' } },
  ],
  details: [],
  before: [{ field: 'marital', label: { vi: 'Tình trạng hôn nhân' }, value: { vi: 'Chưa kết hôn' } }],
  writtenAt: Date.UTC(2020, 1, 12, 3),
  author: 'Trần Thị Mai',
  standing: 'confirmed',
  isTakenBack: false,
  isCorrection: false,
};

/** The part of the phone in memory that tells of lives: invented people of invented households. */
export function memoryBook(
  households: ReadonlyMap<string, HouseholdPage>,
  calls: string[],
  told: () => readonly string[],
): BookApi {
  const find = (id: string) => {
    for (const page of households.values()) {
      const line = page.people.find((one) => one.id === id);
      if (line !== undefined) return { page, line };
    }
    return undefined;
  };
  const link = ({ id, name, birthDate, sex, status, endedFor }: PersonLine) => ({
    id,
    name,
    birthDate,
    sex,
    status,
    endedFor,
  });
  const row = (page: HouseholdPage, line: PersonLine) => ({
    id: line.id,
    kind: 'person' as const,
    household: page.id,
    householdNumber: page.number,
    name: line.name,
    villageName: page.villageName,
    birthYear: line.birthDate.slice(0, 4),
    sex: line.sex,
    isWaiting: line.standing === 'waiting',
  });
  const everybody = () => [...households.values()].flatMap((page) => page.people.map((line) => ({ page, line })));
  return {
    yearBook: async () => ({ year: 2026, closed: [] }),
    person: async (id) => {
      const found = find(id);
      if (found === undefined) return undefined;
      const { page, line } = found;
      const spouse = page.people.find((one) => one.id === line.spouse);
      return {
        id,
        line,
        householdId: page.id,
        householdNumber: page.number,
        place: found.page.place,
        villageName: page.villageName,
        phone: id === 'p42-2' ? '0987 654 321' : '',
        fields: [
          {
            field: 'sex',
            label: { vi: 'Giới tính', en: 'Sex' },
            value: line.sex === 'male' ? { vi: 'Nam', en: 'Male' } : { vi: 'Nữ', en: 'Female' },
          },
          { field: 'ethnicity', label: { vi: 'Dân tộc', en: 'Ethnic group' }, value: { vi: 'Kinh' } },
        ],
        spouse: spouse && link(spouse),
        mother: undefined,
        father: undefined,
        children: page.people.filter(({ relation }) => relation === 'child' && line.spouse !== '').map(link),
        changes: id === 'p42-1' || id === 'p42-2' ? [wedding] : [],
        hasPanel: true,
      };
    },
    panel: async (id) => {
      calls.push(`panel ${id}`);
      const found = find(id);
      if (found === undefined) return undefined;
      const fields = [{ field: 'insuranceNo', label: { vi: 'Số thẻ BHYT' }, value: { vi: 'GD4010123456789' } }];
      return { id, name: found.line.name, fields, changes: [], looks };
    },
    changes: async (household) => (household === 'h42' ? [wedding] : []),
    tasks: async (place, limit) => {
      const tasks = place === 'village-2' ? [] : [...households.values()].slice(0, 12).map(unseen);
      return { tasks: tasks.slice(0, limit), total: tasks.length };
    },
    villages: async () => [{ place: 'village-1', households: households.size, people: everybody().length }],
    filters: async () => catalogue.filters.map(({ key, label }) => ({ key, label })),
    people: async (filter, place, limit) => {
      const fits = ({ line }: { readonly line: PersonLine }) =>
        filter === 'birth_date_incomplete' ? line.birthDate.length < 10 : filter === 'elders' && (line.age ?? 0) >= 60;
      const rows =
        place === 'village-2'
          ? []
          : everybody()
              .filter(fits)
              .map(({ page, line }) => row(page, line));
      return { rows: rows.slice(0, limit), total: rows.length };
    },
    somePeople: async (_, limit) => {
      const rows = everybody().map(({ page, line }) => row(page, line));
      return { rows: rows.slice(0, limit), total: rows.length };
    },
    privateFilters: async () => catalogue.privateFilters.map(({ key, label }) => ({ key, label })),
    privatePeople: async (filter, place, limit) => {
      calls.push(`privatePeople ${filter} ${place}`);
      const rows = everybody()
        .filter(({ line }) => line.id === 'p42-2')
        .map(({ page, line }) => row(page, line));
      return { rows: rows.slice(0, limit), total: rows.length };
    },
    likeness: async (answers) => {
      const sought = foldText(typeof answers.fullName === 'string' ? answers.fullName : '');
      return everybody()
        .filter(({ line }) => foldText(line.name) === sought)
        .map(({ page, line }) => ({ row: row(page, line), reasons: [{ vi: 'Cùng họ tên', en: 'Same name' }] }));
    },
    review: async () => [
      {
        check: 'no_household_head',
        title: { vi: 'Hộ chưa có chủ hộ', en: 'Household without a head' },
        total: 1,
        mayBeOne: false,
        lines: [
          {
            record: 'h7',
            household: 'h7',
            householdNumber: '7',
            villageName: 'Thôn Đông',
            name: 'Bùi Văn 007',
            message: { vi: 'Chọn chủ hộ mới' },
          },
        ],
      },
    ],
    writtenOn: async () =>
      told().map((transaction) => ({
        transaction,
        facts: [transaction],
        at: Date.UTC(2026, 10, 22, 3),
        label: { vi: 'Sinh', en: 'Birth' },
        names: ['Trai'],
        household: 'h42',
        householdNumber: '42',
        households: 1,
        standing: 'waiting',
        isTakenBack: false,
      })),
    reopen: async () => ({ form: 'birth', where: 'h42', answers: { fullName: 'Trai', sex: 'male' } }),
    lastRecorded: async () => ({}),
    outbox: async () => ({ mending: [], waiting: [], more: 0 }),
    reopenSentBack: async () => undefined,
    dropSentBack: async () => undefined,
    judgeTakeBack: async () => ({ along: [] }),
    takeBack: async (facts, reason) => {
      calls.push(`takeBack ${facts.join()} ${reason}`);
      return { ok: true, value: { transaction: 't1', headless: '' } };
    },
  };
}

function unseen(page: HouseholdPage): Task {
  return {
    id: `household_unseen ${page.id}`,
    definition: 'household_unseen',
    person: '',
    household: page.id,
    householdNumber: page.number,
    villageName: page.villageName,
    name: page.people[0]?.name ?? '',
    sex: page.people[0]?.sex ?? '',
    birthYear: page.people[0]?.birthDate.slice(0, 4) ?? '',
    reason: { vi: 'Lâu chưa gặp hộ này', en: 'This household was not seen for long' },
    due: '2026-10-01',
    form: 'visit',
    orElse: '',
  };
}
