import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { createPhone } from '../../src/workers/phone.ts';
import type { PhonePorts } from '../../src/workers/ports/phone-ports.ts';
import { briefArgon, random, subtle } from '../vault/node-argon.ts';
import { collaboratorCode, inventedHub, noon, officerCode } from './invented-hub.ts';

export const pin = '246810';

type Answer = (url: string, init: RequestInit) => Promise<Response>;

/** A phone on somebody's table: its flash stays, `start` is the app opened anew. */
export async function inventedPhone(hub: Answer) {
  const indexedDB = new IDBFactory();
  const line = { answer: hub as Answer | 'cut', clock: noon };
  const locks = new Map<string, Promise<unknown>>();
  const ports: PhonePorts = {
    indexedDB,
    keyRange: IDBKeyRange,
    subtle,
    random,
    fetch: (url, init) =>
      line.answer === 'cut' ? Promise.reject(new TypeError('Failed to fetch')) : line.answer(url, init),
    origin: '',
    edition: 'tests',
    now: () => line.clock,
    argon: { derive: await briefArgon(), warm: () => undefined, end: () => undefined },
    async exclusively(name, work) {
      const before = locks.get(name) ?? Promise.resolve();
      const result = before.then(work, work);
      locks.set(name, result);
      return result;
    },
  };
  return { indexedDB, ports, line, start: () => createPhone(ports) };
}

/** Activated, with a PIN and everything loaded. */
export async function activatedPhone(hub: Answer, code: string) {
  const phone = await inventedPhone(hub);
  const app = phone.start();
  const activated = await app.activate(code);
  if (!activated.ok) throw new Error(activated.error);
  await app.choosePin(pin);
  await app.sync();
  return { ...phone, app, card: activated.value.card };
}

/** An officer and a collaborator of one hub, each with what the other wrote. */
export async function twoPhones() {
  const hub = await inventedHub();
  const collaborator = (await activatedPhone(hub.answer, collaboratorCode)).app;
  const officer = (await activatedPhone(hub.answer, officerCode)).app;
  const meet = async () => {
    for (const app of [collaborator, officer, collaborator]) await app.sync();
  };
  await meet();
  return { collaborator, officer, meet };
}
