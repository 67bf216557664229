import type { Role } from '../../src/sync/activation.ts';
import { makeActivationCode } from '../auth/activation.ts';
import type { Hub } from '../hub.ts';
import { need, readArguments } from './arguments.ts';
import { told } from './told.ts';

interface Place {
  readonly book: string;
  readonly communeId: string;
  readonly villages: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

/** `--role officer --place CODE` or `--role collaborator --place CODE --village V`: a fresh code. */
export async function issueCode(hub: Hub, words: readonly string[]): Promise<string> {
  const asked = readArguments(words, ['data', 'role', 'place', 'village', 'name']);
  const role = readRole(need(asked.role, 'role'));
  if (role === 'officer' && asked.village !== undefined)
    throw told('Cán bộ xã phụ trách cả xã: bỏ --village.', 'An officer has the whole commune: leave out --village.');
  const place = await findPlace(hub, need(asked.place, 'place'));
  const village = role === 'collaborator' ? findVillage(place, need(asked.village, 'village')) : undefined;
  const places = village === undefined ? [place.communeId, ...place.villages.map((one) => one.id)] : [village.id];
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

async function findPlace(hub: Hub, code: string): Promise<Place> {
  return hub.database.transaction(undefined, async (tx) => {
    const commune = await tx
      .selectFrom('book')
      .innerJoin('unit', 'unit.id', 'book.commune')
      .select(['book.book', 'unit.id as communeId'])
      .where('unit.code', '=', code)
      .where('unit.valid_to', 'is', null)
      .executeTakeFirst();
    if (commune === undefined)
      throw told(`Không có xã mã ${code} trên máy chủ này.`, `No commune with code ${code} on this hub.`);
    const villages = await tx
      .selectFrom('unit')
      .select(['id', 'code', 'name'])
      .where('parent', '=', commune.communeId)
      .orderBy('code')
      .execute();
    return { ...commune, villages };
  });
}

function findVillage(place: Place, code: string): Place['villages'][number] {
  const found = place.villages.find((village) => village.code === code);
  if (found !== undefined) return found;
  const known = place.villages.map((village) => village.code).join(', ');
  throw told(`Không có thôn mã ${code}. Có: ${known}.`, `No village with code ${code}. Known: ${known}.`);
}
