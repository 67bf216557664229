import { proxy, wrap } from 'comlink';
import type { PhoneApi } from '../workers/phone-api.ts';
import { trustedRegisterWorker } from './trusted-url.ts';

/** A worker that holds keys and register, and the way to end it: locking ends it, so that nothing is left in memory. */
export interface PhoneLine {
  readonly phone: PhoneApi;
  readonly end: () => void;
}

/** Starts the worker. A worker that breaks can answer nothing any more: `onBroken` is told. */
export function openPhoneLine(onBroken: () => void): PhoneLine {
  const worker = new Worker(trustedRegisterWorker, { type: 'module', name: 'register' });
  worker.addEventListener('error', onBroken);
  worker.addEventListener('messageerror', onBroken);
  const remote = wrap<PhoneApi>(worker);
  return {
    // A listener crosses to the worker only as a proxy.
    phone: withListener(remote, (listener) => remote.watch(proxy(listener))),
    end: () => worker.terminate(),
  };
}

type Watch = PhoneApi['watch'];

function withListener(remote: PhoneApi, watch: Watch): PhoneApi {
  return new Proxy(remote, {
    get: (target, name, receiver) => (name === 'watch' ? watch : Reflect.get(target, name, receiver)),
  });
}
