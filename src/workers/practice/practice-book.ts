import { catalogue } from '../../catalogue/index.ts';
import { civilDay } from '../../domain/calendar/civil-date.ts';
import { createRegister } from '../../register/register.ts';
import { practiceCommune } from '../../sample/practice.ts';
import { makeSample } from '../../sample/sample.ts';
import { mergeOp } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import { type KeptActivation, whoOf } from '../activating/who.ts';
import type { BookSession } from '../answering/book-session.ts';
import { createLookLog } from '../answering/look-log.ts';
import { createMemoryNotes, createMemoryStore } from './memory-store.ts';

const userName = 'Người tập dùng';

/** An invented commune, opened as an officer's book: the same register and the same rules, kept in memory only. */
export function openPracticeBook(now: () => number, randomId: () => string, onChange: () => void) {
  const options = practiceCommune(now(), civilDay(now()));
  const sample = makeSample(options);
  const states = new Map<string, RecordState>();
  for (const op of sample.ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));

  const activation: KeptActivation = {
    device: options.device,
    user: options.user,
    userName,
    role: 'officer',
    book: `b${options.communeCode}`,
    places: [sample.commune, ...sample.villages].map(({ id }) => id),
    units: sample.units,
    epoch: 0,
    pinWindowDays: null,
  };
  const nameOf = (user: string) => (user === options.user ? userName : undefined);
  const register = createRegister({
    catalogue,
    units: sample.units,
    today: () => civilDay(now()),
    nameOf,
  });
  const show = (changed: readonly RecordState[]): void => {
    register.apply(changed.map((state) => ({ state, standing: 'confirmed' as const })));
    onChange();
  };
  const store = createMemoryStore([...states.values()], show);
  show([...states.values()]);
  const session: BookSession = {
    who: whoOf(activation),
    activation,
    people: { nameOf, tag: () => '', learn: async () => undefined },
    // Not the device that wrote the commune down: its numbers begin anew.
    sender: { device: 'tapdung1', user: options.user, epoch: 0, keyId: '' },
    // Nothing leaves: there is no hub to seal to, so there is nothing to send by mistake either.
    crypto: { hash: sha256, seal: async () => new Uint8Array(), randomId },
    store,
    register,
    search: register.search,
  };
  return { session, looks: createLookLog(createMemoryNotes()) };
}
