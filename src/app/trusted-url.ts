import registerWorkerUrl from '../workers/register.worker.ts?worker&url';

/** The only scripts this page may start besides its own: literal addresses, known at build time. */
const allowed: readonly string[] = [registerWorkerUrl, '/sw.js'];

interface UrlPolicy {
  createScriptURL(url: string): string;
}

interface PolicyMaker {
  createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): UrlPolicy;
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyMaker;
  }
}

function passIfAllowed(url: string): string {
  if (!allowed.includes(url)) throw new Error('not one of our workers');
  return url;
}

/** The one Trusted Types policy of this page (`trusted-types worker-url` in the security policy). */
const policy: UrlPolicy = window.trustedTypes?.createPolicy('worker-url', { createScriptURL: passIfAllowed }) ?? {
  createScriptURL: passIfAllowed,
};

export const trustedRegisterWorker = policy.createScriptURL(registerWorkerUrl);
export const trustedServiceWorker = policy.createScriptURL('/sw.js');
