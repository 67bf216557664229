import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { watchClosedDoor } from '../../../src/app/watch/watch-closed-door.ts';
import type { VaultState } from '../../../src/workers/api/phone-api.ts';

const locked = (pin: 'usable' | 'expired'): VaultState => ({ is: 'locked', triesLeft: 10, notBefore: 0, pin });

/** The lock screen of a phone whose vault answers so, in a place with a network or without. */
function lockScreen() {
  const vault = signal<VaultState | undefined>(undefined);
  const world: { vault: VaultState; hasNetwork: boolean; asked: number; look: (() => void) | undefined } = {
    vault: locked('expired'),
    hasNetwork: false,
    asked: 0,
    look: undefined,
  };
  watchClosedDoor(
    {
      vault,
      async refresh() {
        vault.value = { ...world.vault };
      },
    },
    {
      watchMoments(look) {
        world.look = look;
        return () => {
          world.look = undefined;
        };
      },
      async askWorker() {
        world.asked++;
        if (world.hasNetwork) world.vault = locked('usable');
      },
    },
  );
  return { vault, world };
}

const turns = () => new Promise((resolve) => setTimeout(resolve));

test('a PIN that ran out has the hub asked, and the door shows what came of it', async () => {
  const { vault, world } = lockScreen();
  world.hasNetwork = true;
  vault.value = locked('expired');
  await turns();
  expect(vault.value).toEqual(locked('usable'));
  expect(world.asked).toBe(1);
});

test('without a network it is asked once, and again at each moment to look', async () => {
  const { vault, world } = lockScreen();
  vault.value = locked('expired');
  await turns();
  expect(world.asked).toBe(1);
  world.look?.();
  await turns();
  expect([world.asked, vault.value]).toEqual([2, locked('expired')]);
  world.hasNetwork = true;
  world.look?.();
  await turns();
  expect([world.asked, vault.value]).toEqual([3, locked('usable')]);
});

test('a window that ends while the screen stands there is noticed; an open book is left alone', async () => {
  const { vault, world } = lockScreen();
  vault.value = locked('usable');
  await turns();
  expect(world.asked).toBe(0);
  world.look?.();
  await turns();
  expect([world.asked, vault.value]).toEqual([1, locked('expired')]);
  vault.value = { is: 'empty' };
  expect(world.look).toBeUndefined();
});
