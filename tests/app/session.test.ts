import { describe, expect, test, vi } from 'vitest';
import { openSession, type Session } from '../../src/app/session.ts';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { type MemoryPhone, makeMemoryPhone } from './memory/memory-phone.ts';

interface Stage {
  readonly session: Session;
  readonly memory: MemoryPhone;
  readonly patience: PromiseWithResolvers<void>;
  readonly ended: () => number;
  readonly opened: () => number;
  readonly saves: () => number;
  readonly others: () => number;
}

/** A session over one phone in memory; each line to it can be ended, as a worker can. */
async function openStage(): Promise<Stage> {
  const memory = makeMemoryPhone({ is: 'locked', triesLeft: 10, notBefore: 0, pin: 'usable' });
  const count = { ended: 0, opened: 0, saves: 0, others: 0 };
  const patience = Promise.withResolvers<void>();
  const session = openSession({
    openLine: () => {
      count.opened += 1;
      return {
        phone: memory.phone,
        end: () => {
          count.ended += 1;
        },
      };
    },
    foreseen: () => undefined,
    onSaved: async () => {
      count.saves += 1;
    },
    onOther: () => {
      count.others += 1;
    },
    patience: () => patience.promise,
  });
  await session.begin();
  return {
    session,
    memory,
    patience,
    ended: () => count.ended,
    opened: () => count.opened,
    saves: () => count.saves,
    others: () => count.others,
  };
}

async function unlock({ session, memory }: Stage): Promise<PhoneApi> {
  await memory.phone.unlock('290417');
  await session.refresh();
  const phone = session.phone.value;
  if (phone === undefined) throw new Error('no phone');
  return phone;
}

const answers = { mother: 'p42-2', fullName: 'Lê Thị Thảo Vy', sex: 'female', date: '2026-11-22', order: 2 };

describe('the book in this tab', () => {
  test('the lock screen stands before the worker has answered; the vault corrects what was foreseen', async () => {
    const memory = makeMemoryPhone({ is: 'locked', triesLeft: 10, notBefore: 0, pin: 'expired' });
    const session = openSession({
      openLine: () => ({ phone: memory.phone, end: () => undefined }),
      foreseen: () => ({ is: 'locked', triesLeft: 10, notBefore: 0, pin: 'usable' }),
      onSaved: async () => undefined,
      onOther: () => undefined,
      patience: async () => undefined,
    });
    const begun = session.begin();
    expect(session.vault.value).toMatchObject({ is: 'locked', pin: 'usable' });
    await begun;
    expect(session.vault.value).toMatchObject({ is: 'locked', pin: 'expired' });
  });

  test('opened by the card and left before a PIN is chosen, it is locked like an open book', async () => {
    const stage = await openStage();
    await stage.memory.phone.unlockWithCard(['sim', 'ruong', 'dua', 'mai']);
    expect(stage.session.vault.value?.is).toBe('locked');
    await stage.session.lock();
    expect([stage.memory.calls.includes('lock'), stage.ended(), stage.opened()]).toEqual([true, 1, 2]);
  });

  test('a worker that hangs does not keep the book open: locking ends it all the same', async () => {
    const stage = await openStage();
    const phone = await unlock(stage);
    vi.spyOn(phone, 'lock').mockReturnValue(new Promise(() => undefined));
    vi.spyOn(stage.memory.phone, 'lock').mockReturnValue(new Promise(() => undefined));
    const locked = stage.session.lock();
    stage.patience.resolve();
    await locked;
    expect(stage.ended()).toBe(1);
  });

  test('a switch ends the worker; another one’s book never opens in a page that held one', async () => {
    const stage = await openStage();
    await unlock(stage);
    await stage.session.lock();
    const [ended, opened] = [stage.ended(), stage.opened()];
    await stage.session.switchUser('maylan');
    expect(stage.session.vault.value).toBeUndefined();
    expect([stage.ended(), stage.opened()]).toEqual([ended + 1, opened]);
    await stage.session.begin();
    const answer = await stage.memory.phone.unlock('290417');
    if (!answer.ok) throw new Error(answer.error.why);
    vi.spyOn(stage.memory.phone, 'state').mockResolvedValue({ is: 'open', who: { ...answer.value, device: 'maylan' } });
    await stage.session.refresh();
    expect(stage.others()).toBe(1);
    expect(stage.session.vault.value?.is).toBe('locked');
  });

  test('stands locked until the right PIN', async () => {
    const stage = await openStage();
    expect(stage.session.vault.value?.is).toBe('locked');
    await stage.memory.phone.unlock('000000');
    await stage.session.refresh();
    expect(stage.session.vault.value?.is).toBe('locked');
    await unlock(stage);
    expect(stage.session.vault.value?.is).toBe('open');
  });

  test('a save is told once, shows as waiting, and the register is asked again', async () => {
    const stage = await openStage();
    const phone = await unlock(stage);
    const before = stage.session.revision.value;
    await phone.record('birth', 'h42', answers, []);
    stage.memory.tell({ is: 'saved' });
    await expect.poll(() => stage.session.sync.value.waiting).toBe(1);
    expect(stage.saves()).toBe(1);
    expect(stage.session.revision.value).toBeGreaterThan(before);
  });

  test('locking keeps the form in hand first, then ends the worker and stands at the door', async () => {
    const stage = await openStage();
    const phone = await unlock(stage);
    const draft = { id: 'd1', form: 'birth', household: 'h42', page: 0, answers: { fullName: 'Lê' } };
    const forget = stage.session.beforeLock(() => phone.saveDraft(draft));
    await stage.session.lock();
    expect(stage.memory.calls).toEqual(['draft {"fullName":"Lê"}', 'lock']);
    expect([stage.ended(), stage.opened()]).toEqual([1, 2]);
    expect(stage.session.vault.value?.is).toBe('locked');
    forget();
    await unlock(stage);
    await stage.session.lock();
    expect(stage.memory.calls.filter((call) => call.startsWith('draft'))).toHaveLength(1);
  });

  test('a draft that cannot be kept does not leave the book open', async () => {
    const stage = await openStage();
    await unlock(stage);
    stage.session.beforeLock(() => Promise.reject(new Error('the disk is full')));
    await expect(stage.session.lock()).rejects.toThrow('the disk is full');
    expect(stage.session.vault.value?.is).toBe('locked');
    expect(stage.memory.calls).toEqual(['lock']);
  });

  test('a worker that locked itself leads to the door', async () => {
    const stage = await openStage();
    await unlock(stage);
    await stage.memory.phone.lock();
    stage.memory.tell({ is: 'locked' });
    await expect.poll(() => stage.session.vault.value?.is).toBe('locked');
    expect(stage.opened()).toBe(2);
  });

  test('another tab that takes the book leaves nothing here', async () => {
    const stage = await openStage();
    await unlock(stage);
    stage.session.leave();
    expect(stage.session.phone.value).toBeUndefined();
    expect(stage.session.vault.value).toBeUndefined();
    expect(stage.ended()).toBe(1);
  });

  test('nothing is sent while it is locked', async () => {
    const stage = await openStage();
    await stage.session.syncNow();
    expect(stage.memory.calls).toEqual([]);
    await unlock(stage);
    await stage.session.syncNow();
    expect(stage.memory.calls).toEqual(['sync']);
    expect(stage.session.sync.value.sentAt).not.toBeNull();
  });
});
