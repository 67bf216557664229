import { proxy, wrap } from 'comlink';
import type { PhoneApi } from '../workers/api/phone-api.ts';
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
    phone: asPlainPhone(remote),
    end: () => worker.terminate(),
  };
}

/**
 * A remote object answers to every name, even to those that only machinery asks for: the router writes its props down
 * as JSON, and `toJSON` would be sent to the worker as a question. A listener crosses to the worker only as a proxy.
 */
function asPlainPhone(remote: PhoneApi): PhoneApi {
  const watch: PhoneApi['watch'] = (listener) => remote.watch(proxy(listener));
  const own: { readonly [name: PropertyKey]: PhoneApi['watch'] | undefined } = { watch, toJSON: undefined };
  return new Proxy(remote, {
    get: (target, name, receiver) => (name in own ? own[name] : Reflect.get(target, name, receiver)),
  });
}
