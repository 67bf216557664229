import { type Endpoint, proxy, wrap } from 'comlink';
import type { PhoneApi } from '../workers/api/phone-api.ts';
import { trustedRegisterWorker } from './trusted-url.ts';

/** A worker that holds keys and register, and the way to end it: locking ends it, so that nothing is left in memory. */
export interface PhoneLine {
  readonly phone: PhoneApi;
  readonly end: () => void;
}

/**
 * A line that can be asked at once; its worker starts when `mayStart` says so, and answers then. A worker that breaks
 * can answer nothing any more: `onBroken` is told. One that was told to lock is about to be ended: what it had under way
 * finds its database closed, and that is no fault of the app.
 * @param name of the worker: it opens the practice commune where it is called so
 */
export function openPhoneLine(mayStart: Promise<void>, onBroken: (event: Event) => void, name = 'register'): PhoneLine {
  let isEnded = false;
  let isLocked = false;
  const takeFault = (event: Event): void => {
    if (!isLocked && !isEnded) onBroken(event);
  };
  // Ended before it could start: nobody waits for its answers any more.
  const started = mayStart.then(() => (isEnded ? new Promise<Worker>(() => undefined) : startWorker(takeFault, name)));
  const remote = wrap<PhoneApi>(endpointOf(started));
  return {
    phone: asPlainPhone(remote, () => {
      isLocked = true;
    }),
    end() {
      isEnded = true;
      void started.then((worker) => worker.terminate());
    },
  };
}

function startWorker(onBroken: (event: Event) => void, name: string): Worker {
  const worker = new Worker(trustedRegisterWorker, { type: 'module', name });
  worker.addEventListener('error', onBroken);
  worker.addEventListener('messageerror', onBroken);
  return worker;
}

function endpointOf(started: Promise<Worker>): Endpoint {
  return {
    postMessage: (message, transfer = []) => void started.then((worker) => worker.postMessage(message, transfer)),
    addEventListener: (kind, listener) => void started.then((worker) => worker.addEventListener(kind, listener)),
    removeEventListener: (kind, listener) => void started.then((worker) => worker.removeEventListener(kind, listener)),
  };
}

/**
 * A remote object answers to every name, even to those that only machinery asks for: the router writes its props down
 * as JSON, and `toJSON` would be sent to the worker as a question. A listener crosses to the worker only as a proxy.
 */
function asPlainPhone(remote: PhoneApi, onLock: () => void): PhoneApi {
  const own: Pick<PhoneApi, 'watch' | 'lock' | 'switchUser'> & { readonly toJSON: undefined } = {
    watch: (listener) => remote.watch(proxy(listener)),
    lock() {
      onLock();
      return remote.lock();
    },
    switchUser(device) {
      onLock();
      return remote.switchUser(device);
    },
    toJSON: undefined,
  };
  return new Proxy(remote, {
    get: (target, name, receiver) => Reflect.get(name in own ? own : target, name, receiver),
  });
}
