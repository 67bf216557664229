import { writeCsv } from '../../../src/formats/sheet/write-csv.ts';
import { isAlive, shown } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Hub } from '../../hub.ts';
import { findDevice } from '../../sync/device-rows.ts';
import { readUnitsOf } from '../../sync/units/unit-rows.ts';
import { need } from '../arguments.ts';
import { writeNames } from '../named-file.ts';
import { readStates } from '../register/record-codec.ts';
import { told } from '../told.ts';

/**
 * Whose data a device holds: everybody of its places, and of those that it had to hand on, so that they can be told when it is lost (Law 91/2025/QH15 on
 * personal data). The list is full of names: it goes into a file of the asker's, and the asking into the commune's chain.
 */
export async function listPeople(hub: Hub, id: string, path: string, ground: string): Promise<string> {
  need(ground, 'ground');
  const device = await hub.database.transaction(undefined, (tx) => findDevice(tx, id));
  if (device === undefined) throw told(`Không có máy ${id} trên máy chủ này.`, `No device ${id} on this hub.`);
  const { book } = device;
  // Villages that were handed on, of a lost phone among them, may still be on it.
  const handedOn = new Set(device.former?.map(({ place }) => place));
  const places = new Set([...device.places, ...handedOn]);
  const units = await hub.database.transaction(undefined, (tx) => readUnitsOf(tx, book));
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const states = (await readStates(hub, book)).filter(({ place }) => places.has(String(place.value)));
  const numbers = new Map(states.filter(isOf('household')).map((state) => [state.id, text(state, 'number')]));
  const people = states.filter((state) => isOf('person')(state) && isAlive(state));
  const rows = people.map((state) => [
    names.get(String(state.place.value)) ?? '',
    numbers.get(text(state, 'household')) ?? '',
    text(state, 'fullName'),
    text(state, 'birthDate'),
    state.id,
    handedOn.has(String(state.place.value)) ? 'x' : '',
  ]);
  const head = ['Thôn, tổ', 'Hộ số', 'Họ và tên', 'Ngày sinh', 'Mã', 'Thôn đã bàn giao'];
  const object = `(${rows.length})`;
  const who = { book, actor: 'command line', device: id };
  await writeNames([{ path, bytes: writeCsv({ name: 'people', rows: [head, ...rows] }) }], () =>
    hub.run({ is: 'audit', at: hub.now(), ...who, action: 'people', object, ground }),
  );
  return [
    `Đã ghi ${rows.length} người có dữ liệu trên máy ${id} vào ${path}.`,
    `Wrote ${rows.length} people whose data device ${id} holds to ${path}.`,
  ].join('\n');
}

function isOf(kind: string) {
  return (state: RecordState): boolean => state.kind === kind;
}

function text(state: RecordState, field: string): string {
  const value = shown(state, field);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
