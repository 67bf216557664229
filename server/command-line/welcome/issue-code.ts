import type { Role } from '../../../src/sync/activation.ts';
import { makeActivationCode } from '../../auth/activation.ts';
import type { Hub } from '../../hub.ts';
import { need, readArguments } from '../arguments.ts';
import { findPlace, findVillage } from '../find-place.ts';
import { told } from '../told.ts';

/** `--role officer --place CODE` or `--role collaborator --place CODE --village V`: a fresh code. */
export async function issueCode(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, ['data', 'role', 'place', 'village', 'name']);
  const role = readRole(need(asked.role, 'role'));
  if (role === 'officer' && asked.village !== undefined)
    throw told('Cán bộ xã phụ trách cả xã: bỏ --village.', 'An officer has the whole commune: leave out --village.');
  const place = await findPlace(hub, need(asked.place, 'place'));
  const village = role === 'collaborator' ? findVillage(place, need(asked.village, 'village')) : undefined;
  const places = village === undefined ? place.places : [village.id];
  const userName = asked.name ?? (village === undefined ? 'Cán bộ dân số xã' : `Cộng tác viên ${village.name}`);
  return makeActivationCode(hub, { book: place.book, role, places, userName });
}

function readRole(text: string): Role {
  if (text === 'officer' || text === 'collaborator') return text;
  throw told(
    `--role là officer hoặc collaborator, không phải "${text}".`,
    `--role is officer or collaborator, not "${text}".`,
  );
}
