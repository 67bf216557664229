import { makeSlot, type OpenedSlot, rawKeyOf } from './key-slot.ts';
import type { VaultPorts } from './vault.ts';

/*
 * The rescue code: a third way to the data key, made on the phone, kept at the hub, read out by telephone to one who has
 * lost both PIN and card. Fetched when a book has synced: no start carries it.
 */

/** Without 0 O 1 I L, as an activation code. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';
const codeLength = 12;

/** A fair draw: bytes that would favour some letters are drawn again. */
function draw(random: (length: number) => Uint8Array, from: string, length: number): string {
  const fair = 256 - (256 % from.length);
  let drawn = '';
  while (drawn.length < length)
    for (const byte of random(length)) if (byte < fair && drawn.length < length) drawn += from[byte % from.length];
  return drawn;
}

/** `kept`: the hub has it and it opens · `stands`: it did before · `not_kept`: another time. */
export type RescueLeft = 'kept' | 'stands' | 'not_kept';

/**
 * 57 bits; a digit first, by which it is told from the card's words.
 * @param at hub and key that it is kept by: at another, another one is made
 * @param deposit true once the hub has it for good: before that no slot is made of it
 */
export async function leaveRescue(
  { subtle, random, argon, box }: VaultPorts,
  opened: OpenedSlot | undefined,
  at: string,
  deposit: (code: string) => Promise<boolean>,
): Promise<RescueLeft> {
  const record = await box.read();
  if (record?.rescue?.at === at) return 'stands';
  const raw = opened && (await rawKeyOf(subtle, opened));
  if (record === undefined || opened === undefined || raw === undefined) return 'not_kept';
  const code = `${draw(random, digits, 1)}${draw(random, letters, codeLength - 1)}`;
  const { slot } = await makeSlot({ subtle, random, argon }, 'rescue', opened.slot.key, raw, { text: code });
  raw.fill(0);
  if (!(await deposit(code))) return 'not_kept';
  await box.change((old) => ({ ...old, rescue: { at, slot } }));
  return 'kept';
}
