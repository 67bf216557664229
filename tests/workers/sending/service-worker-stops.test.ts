import { beforeAll, expect, test } from 'vitest';
import { type SendingWorld, sendAll } from '../../../sw/send.ts';
import { collaboratorCode, inventedHub } from '../invented-hub.ts';
import { activatedPhone } from '../invented-phone.ts';
import { serviceWorkerOf } from './service-worker-of.ts';

/*
 * The system ends a service worker whenever it likes. A sending has so many moments at which it waits for something
 * (network, keys, disk, each before and after); it is stopped at each of them, by number, and the next one finds all as
 * it was left: nothing is lost, nothing stands twice.
 */

/** How often in all; each moment at least once. */
const stops = Number(process.env.WORKER_STOPS ?? 0);

let hub: Awaited<ReturnType<typeof inventedHub>>;
let phone: Awaited<ReturnType<typeof activatedPhone>>;
const saved: string[] = [];

beforeAll(async () => {
  hub = await inventedHub();
  phone = await activatedPhone(hub.answer, collaboratorCode);
});

/** One act, saved without a network. */
async function act(): Promise<void> {
  phone.line.answer = 'cut';
  const { rows } = await phone.app.search('nguyen thi hoa', 5);
  const { id = '', household = '' } = rows.find(({ kind }) => kind === 'person') ?? {};
  const { defaults } = await phone.app.formContext('person_edit', household, id);
  const number = `09${String(saved.length).padStart(8, '0')}`;
  const answer = await phone.app.record(
    'person_edit',
    household,
    { ...defaults, isCorrection: true, phone: number },
    [],
  );
  if (!answer.ok) throw new Error(`not saved: ${answer.error.map(({ check }) => check).join()}`);
  saved.push(number);
  phone.line.answer = hub.answer;
}

/** Numbers that the hub has taken in, in its order. */
function heard(): readonly unknown[] {
  return [...hub.ops.values()].flatMap(({ op }) => (op !== undefined && 'put' in op ? (op.put.phone ?? []) : []));
}

/** The doors of a service worker that ends at its n-th moment of waiting: whatever it asks from then on, nobody answers. */
function stoppedAt(last: number): { readonly world: SendingWorld; readonly ended: Promise<'ended'> } {
  const world = serviceWorkerOf(phone);
  let moment = 0;
  let end = (): void => undefined;
  const ended = new Promise<'ended'>((resolve) => {
    end = () => resolve('ended');
  });
  async function wait(): Promise<void> {
    moment += 1;
    if (moment < last) return;
    end();
    await new Promise<never>(() => undefined);
  }
  const around = <Given extends readonly unknown[], Result>(door: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      await wait();
      const result = await door(...given);
      await wait();
      return result;
    };
  };
  const subtle = new Proxy(world.subtle, {
    get: (target, name) => around(Reflect.get(target, name).bind(target)),
  });
  const exclusively: SendingWorld['exclusively'] = async (lock, work) => {
    await wait();
    return world.exclusively(lock, work);
  };
  const clear: SendingWorld['clear'] = async (mode, work) => {
    await wait();
    const result = await world.clear(mode, work);
    await wait();
    return result;
  };
  return { world: { ...world, subtle, exclusively, clear, fetch: around(world.fetch) }, ended };
}

test('stopped at every moment of a sending: nothing is lost, nothing stands twice', async () => {
  let [moment, stopped] = [1, 0];
  do {
    await act();
    const { world, ended } = stoppedAt(moment);
    const outcome = await Promise.race([ended, sendAll(world)]);
    if (outcome === 'ended') stopped += 1;
    // It came to its end before: every moment has had its stop.
    moment = outcome === 'ended' ? moment + 1 : 1;
    if (outcome !== 'ended' && stopped >= stops) break;
    hub.clock.now += 60_000;
    phone.line.clock = hub.clock.now;
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
    expect(heard()).toEqual(saved);
  } while (moment < 1_000);
  console.log(`service worker stopped ${stopped} times · lost 0 · doubled 0`);
  expect(stopped).toBeGreaterThan(10);
  expect(await phone.app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(heard()).toEqual(saved);
});
