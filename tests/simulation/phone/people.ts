import { commit, HeadUnknown } from '../../../src/sync/phone/commit.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import type { DeviceCrypto, PhoneStore } from '../../../src/sync/ports.ts';
import { isAlive, openDisagreements, seenOf } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { rules } from '../hub/hub.ts';
import type { Random } from '../random.ts';
import type { Schedule } from '../schedule.ts';
import { type SimulatedPhone, screenOf } from './phone.ts';

/** Hands of a person: one act on what the screen shows now. */
export async function actOnce(
  phone: SimulatedPhone,
  store: PhoneStore,
  crypto: DeviceCrypto,
  keyId: string,
  schedule: Schedule,
): Promise<void> {
  // Whoever has no village left has nothing to write in.
  if (phone.places.length === 0) return;
  const drafts = draftsOf(phone, [...screenOf(phone).values()], schedule.random);
  const { places, epoch } = phone;
  const sender = { device: phone.device, user: phone.user, epoch, keyId };
  const now = () => Math.max(0, schedule.now() + phone.clockOffset);
  const saved = await commit(store, crypto, sender, drafts, now, '2026-11-22').catch((fault: unknown) => {
    // Told, and nothing is written, until the hub has said where the phone stands.
    if (!(fault instanceof HeadUnknown)) throw fault;
    schedule.count('save refused');
  });
  if (saved === undefined) return;
  // "Đã lưu trên máy": from here on the person relies on it.
  saved.ops.forEach((op, index) => {
    phone.acknowledged.set(op.s, saved.lines[index] ?? '');
    phone.heldAt.set(op.s, places);
  });
}

function draftsOf(phone: SimulatedPhone, screen: readonly RecordState[], random: Random): readonly OpDraft[] {
  // Few records and many hands: the same ones are met again and again.
  const busy = screen.filter(({ kind }) => kind === 'thing').slice(0, 4);
  if (busy.length === 0 || random.chance(0.2)) return newThing(phone, random);
  const state = random.pick(busy);
  const kinds = [edit, edit, edit, edit, settleAll, takeBack, move, mistake, trespass];
  return random.pick(kinds)(state, phone, random);
}

/** A new record and a fact that points at it: one transaction. */
function newThing({ places }: SimulatedPhone, random: Random): readonly OpDraft[] {
  const place = random.pick(places);
  const thing: OpDraft = { kind: 'thing', place, put: { name: word(random), note: word(random) } };
  const fact: OpDraft = { kind: 'event', place, add: { thing: { made: 0 }, date: '2026-11-20' } };
  return random.chance(0.5) ? [thing] : [thing, fact];
}

function edit(state: RecordState, _phone: SimulatedPhone, random: Random): readonly OpDraft[] {
  const field = random.pick(['name', 'size']);
  return [putDraft(state, { [field]: field === 'size' ? random.below(9) : word(random) })];
}

function settleAll(state: RecordState, phone: SimulatedPhone, random: Random): readonly OpDraft[] {
  const open = openDisagreements(state, (field) => rules.disagrees(state.kind, field));
  return open.length === 0 ? edit(state, phone, random) : [putDraft(state, { name: word(random) })];
}

function takeBack(state: RecordState): readonly OpDraft[] {
  const taken = isAlive(state) ? { reason: 'ghi nhầm' } : { reason: 'vẫn đúng', lifts: true as const };
  return [{ ...target(state), void: taken, seen: seenOf(state, ['void']) }];
}

function move(state: RecordState, { places }: SimulatedPhone, random: Random): readonly OpDraft[] {
  return [{ ...putDraft(state, { note: word(random) }), place: random.pick(places) }];
}

/** One op of three that the hub must refuse, and with it the other two. */
function mistake(state: RecordState, _phone: SimulatedPhone, random: Random): readonly OpDraft[] {
  return [putDraft(state, { note: word(random) }), putDraft(state, { forbidden: 1 }), putDraft(state, { size: 1 })];
}

function trespass(state: RecordState, _phone: SimulatedPhone, random: Random): readonly OpDraft[] {
  return [{ ...putDraft(state, { note: word(random) }), place: 'elsewhere' }];
}

function putDraft(state: RecordState, put: { readonly [field: string]: string | number }): OpDraft {
  return { ...target(state), put, seen: seenOf(state, Object.keys(put)) };
}

function target(state: RecordState) {
  return { kind: state.kind, id: state.id, place: String(state.place.value) };
}

function word(random: Random): string {
  return random.pick(['Hoà', 'Lan', 'Minh', 'Sơn', 'Thủy', 'Quý', 'Yến']) + random.below(1000);
}
