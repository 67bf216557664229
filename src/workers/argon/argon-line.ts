import { type Remote, wrap } from 'comlink';
import type { ArgonLine } from '../ports/phone-ports.ts';
import argonWorkerUrl from './argon.worker.ts?worker&url';
import type { ArgonApi } from './argon-api.ts';

interface UrlPolicy {
  createScriptURL(url: string): string;
}

declare global {
  /** Trusted Types as far as we need them; not in TypeScript's library. */
  var trustedTypes:
    | { createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): UrlPolicy }
    | undefined;
}

/** The one Trusted Types policy of this worker: it may start the key derivation's worker and nothing else. */
function trustedUrl(): string {
  const createScriptURL = (url: string): string => {
    if (url !== argonWorkerUrl) throw new Error('not one of our workers');
    return url;
  };
  const policy: UrlPolicy = globalThis.trustedTypes?.createPolicy('worker-url', { createScriptURL }) ?? {
    createScriptURL,
  };
  return policy.createScriptURL(argonWorkerUrl);
}

/** ms: to give back its memory costs a cheap phone 0.1 s, and behind a derivation somebody waits for her book. */
const restful = 10_000;

/** Key derivation in a worker of its own, started when first needed. */
export function startArgonLine(): ArgonLine {
  const url = trustedUrl();
  let running: { readonly worker: Worker; readonly api: Remote<ArgonApi> } | undefined;

  const start = () => {
    const worker = new Worker(url, { type: 'module', name: 'argon' });
    running = { worker, api: wrap<ArgonApi>(worker) };
    return running;
  };
  return {
    async derive(secret, salt, cost) {
      return (running ?? start()).api.derive(secret, salt, cost);
    },
    warm() {
      running ?? start();
    },
    end() {
      const ended = running?.worker;
      running = undefined;
      setTimeout(() => ended?.terminate(), restful);
    },
  };
}
