import { expect } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { Fields, Value } from '../../../src/domain/value.ts';
import type { Act, ActProblem } from '../../../src/register/acts/act.ts';
import { writtenLines } from '../../../src/register/lives/written.ts';
import { createRegister, type StandingState } from '../../../src/register/register.ts';
import type { Role } from '../../../src/sync/activation.ts';
import { makeRulebook } from '../../../src/sync/hub/rulebook.ts';
import { type OpDraft, writeTransaction } from '../../../src/sync/phone/transaction.ts';
import type { PendingOp } from '../../../src/sync/ports.ts';
import { mergeOp, shown } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { createActing } from '../../../src/workers/recording/acting.ts';
import { createRecording } from '../../../src/workers/recording/recording.ts';
import { units } from '../../register/tale.ts';

const noon = Date.parse('2026-11-22T12:00:00+07:00');
const rules = makeRulebook(catalogue);

/** Who writes into a book: every save goes the way of the phone, and every op past the hub's rules, without disk or keys. */
export function openDesk(opening: readonly StandingState[], role: Role = 'officer') {
  const states = new Map<string, RecordState>(opening.map(({ state }) => [state.id, state]));
  const confirmed = new Map(states);
  const register = createRegister({ catalogue, units, today: () => '2026-11-22', role });
  register.apply(opening);
  let [nextSeq, clock, now] = [1, [0, 0] as readonly [number, number], noon];
  let pending: readonly PendingOp[] = [];
  let room = Number.POSITIVE_INFINITY;

  const save = async (drafts: readonly OpDraft[]) => {
    if (room === 0) throw new Error('no room');
    room -= 1;
    now += 60_000;
    const written = writeTransaction(drafts, { device: 'd1', user: 'u1' }, { nextSeq, clock }, now);
    const transaction = `d1.${nextSeq}`;
    [nextSeq, clock] = [written.nextSeq, written.clock];
    for (const op of written.ops) {
      expect(rules.check(op), JSON.stringify(op)).toBeUndefined();
      states.set(op.id, mergeOp(states.get(op.id), op, op.at));
    }
    pending = [...pending, ...written.lines.map((line, at) => ({ seq: written.ops[at]?.s ?? 0, line }))];
    const touched = [...new Set(written.ops.map(({ id }) => id))];
    register.apply(touched.flatMap((id) => stateOf(id)).map((state) => ({ state, standing: 'waiting' })));
    const records = new Map(written.ops.map((op) => [op.id, { kind: op.k, id: op.id }]));
    return { transaction, records: [...records.values()] };
  };
  const stateOf = (id: string) => states.get(id) ?? [];
  const book = () => ({
    register,
    store: {
      shown: (id: string) => states.get(id),
      pending: async () => pending,
      confirmed: async (ids: readonly string[]) => ids.flatMap((id) => confirmed.get(id) ?? []),
      // No hub is near: nothing is ever sent back.
      sentBack: async () => [],
      putAway: async () => undefined,
    },
    sender: { device: 'd1' },
    who: { role },
    activation: { units, places: role === 'officer' ? ['u-c', 'u-v1', 'u-v2'] : ['u-v1'] },
  });
  const saving = { save, saveLong: (groups: readonly (readonly OpDraft[])[]) => save(groups.flat()) };
  let recording = createRecording(saving, book());

  return {
    register,
    check: (form: string, where: string, answers: Fields) =>
      recording.check(form, where, answers).map(({ check }) => check),
    say: (form: string, where: string, answers: Fields) =>
      recording.check(form, where, answers).map(({ message }) => message.vi),
    /** Saves, having said yes to these doubts. */
    async record(form: string, where: string, answers: Fields, asked: readonly string[] = []) {
      const saved = await recording.record(form, where, answers, asked);
      if (!saved.ok) throw new Error(`${form} not saved: ${saved.error.map(({ check }) => check).join()}`);
      const made = (kind: string) => saved.value.records.filter((record) => record.kind === kind).map(({ id }) => id);
      return { ...saved.value, made };
    },
    /** What stopped it; `rewrites` are facts that it was to write anew. */
    async stopped(
      form: string,
      where: string,
      answers: Fields,
      asked: readonly string[] = [],
      rewrites: readonly string[] = [],
    ) {
      const saved = await recording.record(form, where, answers, asked, rewrites);
      return saved.ok ? [] : saved.error.map(({ check }) => check);
    },
    /** Does an act on households, having said yes to these doubts. */
    async act(act: Act, asked: readonly ActProblem['code'][] = []) {
      const done = await createActing(book(), recording).act(act, asked);
      if (!done.ok) throw new Error(`${act.is} not done: ${done.error.map(({ code }) => code).join()}`);
      return done.value;
    },
    /** What stopped an act. */
    async actStopped(act: Act) {
      const done = await createActing(book(), recording).act(act, []);
      return done.ok ? [] : done.error.map(({ code }) => code);
    },
    /** The disk is full behind so many saves. */
    leaveRoom(saves: number) {
      room = saves;
    },
    undo: (transaction: string) => recording.undo(transaction),
    async takeBack(...facts: readonly string[]) {
      const done = await recording.takeBack(facts, 'ghi nhầm');
      if (!done.ok) throw new Error(`not taken back: ${done.error.vi}`);
      return done.value;
    },
    /** What goes along with facts that are taken back, and why they cannot go. */
    async judgeTakeBack(...facts: readonly string[]) {
      const { along, held } = await recording.judgeTakeBack(facts);
      return { along: along.map(({ label, name }) => `${label.vi}: ${name}`), held: held?.vi };
    },
    /** The form that facts are mended in. */
    formOf: (...facts: readonly string[]) => recording.reopen(facts),
    /** "Sửa": the form of these facts as it opens, and its save with other answers. */
    async mend(facts: readonly string[], other: Fields, asked: readonly string[] = []) {
      const opened = await recording.reopen(facts);
      if (opened === undefined) throw new Error('no form writes just these');
      const answers = { ...opened.answers, ...other };
      const saved = await recording.record(opened.form, opened.where, answers, asked, facts);
      if (!saved.ok) throw new Error(`${opened.form} not mended: ${saved.error.map(({ check }) => check).join()}`);
      return { ...saved.value, opened };
    },
    /** The day's own entries, newest first. */
    written: () => writtenLines(register, 'u1', 0, Number.MAX_SAFE_INTEGER),
    /** Opened anew: what this session remembered is gone, what waits is not. */
    reopen() {
      recording = createRecording(saving, book());
    },
    /** The hub has it all. */
    send() {
      pending = [];
      for (const [id, state] of states) confirmed.set(id, state);
      recording = createRecording(saving, book());
    },
    /** A value as it shows after all that is known. */
    now: (id: string, field: string): Value | undefined => register.get(id)?.fields[field],
    placeOf: (id: string) => register.get(id)?.place,
    put: (id: string, field: string) => {
      const state = states.get(id);
      return state && shown(state, field);
    },
    figure: (indicator: string, period = '2026-11') => {
      const { above, rows } = register.report('01-DSX', period, 'u-c');
      return [...above, ...rows].find(({ key }) => key === indicator)?.value;
    },
    /** Facts of a kind that name somebody. */
    facts: (kind: string, about: string) =>
      register
        .factsAbout(about)
        .flatMap((id) => register.get(id) ?? [])
        .filter((fact) => fact.kind === kind)
        .map(({ fields }) => fields),
  };
}
