import { type SlipRows, slipRows } from '../../../catalogue/paper/slip-rows.ts';
import { bad } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import { placesOf, slipKeepers } from '../../../register/figures/meeting/keepers.ts';
import type { Folk } from '../../../register/folk.ts';
import type { SlipTable } from '../../../register/lives/answers.ts';
import { isPrivateTable, slipOver, veiled } from '../../../register/lives/life/slip.ts';
import type { MeetingApi } from '../../api/meeting-api.ts';
import { stillPartial } from '../book-session.ts';
import { findDoubts } from './find-doubts.ts';
import { type MeetingBench, saveAll } from './meeting-desk.ts';
import { readerOf } from './slip-reader.ts';

type Answers = 'slipKeepers' | 'slipSizes' | 'slipList' | 'slipPaper' | 'slipDoubts' | 'handInSlip' | 'judgeSlip';

/** Who makes the slip, and who appraises it: Thông tư 01/2022/TT-BYT, Phụ lục I. */
const slipRoles: readonly string[] = ['collaborator', 'officer'];

const notHers: Words = { vi: 'Phiếu này không có trong sổ trên máy', en: 'This slip is not in the book of this phone' };
const notYet: Words = { vi: 'Tháng này chưa hết, chưa nộp được', en: 'The month is not over yet' };
const notHanded: Words = { vi: 'Phiếu này chưa nộp', en: 'This slip is not handed in' };
const officerOnly: Words = { vi: 'Chỉ cán bộ dân số xã thẩm định phiếu', en: 'Only the officer judges a slip' };
const noReason: Words = { vi: 'Ghi lý do trả lại', en: 'Say why it is returned' };

/** Ids that fit one field of a record. */
const longestConfirmed = 3_000;

export function slipAnswers(whole: () => Promise<MeetingBench>, now: () => number): Pick<MeetingApi, Answers> {
  const keepersOf = ({ session }: MeetingBench, month: string) =>
    slipKeepers(session.register, month, readerOf(session));
  const keeperOf = (bench: MeetingBench, month: string, id: string) =>
    keepersOf(bench, month).find((keeper) => keeper.id === id);
  type Show = (table: SlipTable, rows: SlipRows, folk: Folk) => SlipTable;
  const tablesOf = async (
    month: string,
    keeper: string,
    tables: typeof slipRows,
    show: Show,
  ): Promise<readonly SlipTable[]> => {
    const { session, looks } = await whole();
    const places = placesOf(keeper, readerOf(session));
    if (!slipRoles.includes(session.who.role) || places.length === 0) return [];
    const { folk } = session.register;
    const filled = tables.flatMap((rows) =>
      slipOver(session.register, month, places, [rows]).map((table) => show(table, rows, folk)),
    );
    const look = { at: now(), user: session.activation.user };
    for (const id of new Set(filled.flatMap((table) => table.looks))) await looks.log(id, look);
    return filled;
  };
  return {
    slipKeepers: async (month) => keepersOf(await whole(), month),
    async slipSizes(month, keeper) {
      const { session } = await whole();
      const places = placesOf(keeper, readerOf(session));
      return slipRows.map((rows) => {
        const [table] = slipOver(session.register, month, places, [rows]);
        const isPrivate = isPrivateTable(session.register.folk, rows);
        return { number: rows.number, lines: table?.rows.length ?? 0, isPrivate };
      });
    },
    async slipList(month, keeper, list) {
      const [table] = await tablesOf(
        month,
        keeper,
        slipRows.filter(({ number }) => number === list),
        (filled, rows, folk) => veiled(folk, rows, filled),
      );
      return table;
    },
    slipPaper: (month, keeper) => tablesOf(month, keeper, slipRows, (table) => table),
    slipDoubts: async (month, keeper) => findDoubts(await whole(), month, keeper),
    async handInSlip(month, id) {
      const bench = await whole();
      const { session } = bench;
      const keeper = keeperOf(bench, month, id);
      const [first] = keeper?.places ?? [];
      const today = session.register.today();
      if (keeper === undefined || first === undefined || !slipRoles.includes(session.who.role)) return bad(notHers);
      if (today.slice(0, 7) < month) return bad(notYet);
      if (!(await session.store.isWhole())) return bad(stillPartial);
      const onPaper = session.who.role !== 'collaborator';
      const add = { date: today, month, lines: keeper.linesNow, ...(onPaper && { onPaper }) };
      return saveAll(bench, [{ kind: 'slip_handed', place: first.id, add }]);
    },
    async judgeSlip(month, id, { verdict, reason, confirmed }) {
      const bench = await whole();
      const keeper = keeperOf(bench, month, id);
      const [first] = keeper?.places ?? [];
      if (bench.session.who.role !== 'officer') return bad(officerOnly);
      if (keeper === undefined || first === undefined) return bad(notHers);
      if (keeper.is === 'open') return bad(notHanded);
      if (!(await bench.session.store.isWhole())) return bad(stillPartial);
      if (verdict === 'returned' && reason.trim() === '') return bad(noReason);
      const told = { reason: reason.trim(), confirmed: joinedUpTo(confirmed, longestConfirmed) };
      const add = {
        ...{ date: bench.session.register.today(), month, slip: keeper.slip, verdict, lines: keeper.linesNow },
        ...Object.fromEntries(Object.entries(told).filter(([, text]) => text !== '')),
      };
      return saveAll(bench, [{ kind: 'slip_answer', place: first.id, add }]);
    },
  };
}

/** Whole ids, with a bar between, as long as they fit: an id may hold blanks. */
function joinedUpTo(ids: readonly string[], length: number): string {
  let text = '';
  for (const id of ids) {
    const next = text === '' ? id : `${text}|${id}`;
    if (next.length > length) return text;
    text = next;
  }
  return text;
}
