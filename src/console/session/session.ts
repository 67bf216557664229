import { type ReadonlySignal, signal } from '@preact/signals';
import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { ApiFailure, ConsoleApi, ConsoleCommune, OutReason, PasswordFault, SignInFault } from '../api.ts';

export type Session =
  | { readonly is: 'opening' }
  | { readonly is: 'failed'; readonly failure: ApiFailure }
  | { readonly is: 'out'; readonly why: OutReason }
  /** `given` is the first password while this page remembers it; after a reload it is asked again. */
  | { readonly is: 'change_password'; readonly name: string | null; readonly given: string | null }
  | { readonly is: 'open'; readonly userName: string; readonly communes: readonly ConsoleCommune[] };

export interface SessionKeeper {
  readonly state: ReadonlySignal<Session>;
  open(): Promise<void>;
  signIn(name: string, password: string): Promise<SignInFault | undefined>;
  changePassword(given: string, next: string): Promise<PasswordFault | undefined>;
  /** Shows the door at once; the hub is told, and ends the session by itself where it cannot be told. */
  leave(why: OutReason): Promise<void>;
  /** Tells the hub that somebody still reads; the door is shown where the hub has ended the session. */
  stir(): Promise<void>;
}

export function keepSession(api: ConsoleApi): SessionKeeper {
  const state = signal<Session>({ is: 'opening' });

  async function resume(whenOut: OutReason): Promise<Outcome<Session, ApiFailure>> {
    const reply = await api.session();
    if (!reply.ok) return reply.error === 'ended' ? good({ is: 'out', why: whenOut }) : bad(reply.error);
    const answer = reply.value;
    if (answer.is === 'open') return good(answer);
    if (answer.is === 'change_password') return good({ is: 'change_password', name: null, given: null });
    return good({ is: 'out', why: whenOut });
  }

  async function open(): Promise<void> {
    state.value = { is: 'opening' };
    const found = await resume('first');
    state.value = found.ok ? found.value : { is: 'failed', failure: found.error };
  }

  async function signIn(name: string, password: string): Promise<SignInFault | undefined> {
    const reply = await api.signIn(name, password);
    if (!reply.ok) return { why: reply.error === 'ended' ? 'wrong' : reply.error };
    const answer = reply.value;
    if (answer.is === 'none') return { why: 'wrong' };
    if (answer.is === 'refused') {
      return answer.why === 'wrong' ? { why: 'wrong' } : { why: 'wait', notBefore: answer.notBefore ?? null };
    }
    state.value = answer.is === 'open' ? answer : { is: 'change_password', name, given: password };
    return undefined;
  }

  async function changePassword(given: string, next: string): Promise<PasswordFault | undefined> {
    const before = state.value;
    const reply = await api.changePassword(given, next);
    if (!reply.ok) {
      if (reply.error === 'ended') state.value = { is: 'out', why: 'ended' };
      return reply.error;
    }
    if (reply.value.is === 'refused') return reply.value.why;
    // Hubs differ in whether the old session goes on after a change: come in again where it does not.
    const found = await resume('changed');
    if (found.ok && found.value.is === 'open') state.value = found.value;
    else if (
      before.is !== 'change_password' ||
      before.name === null ||
      (await signIn(before.name, next)) !== undefined
    ) {
      state.value = { is: 'out', why: 'changed' };
    }
    return undefined;
  }

  async function leave(why: OutReason): Promise<void> {
    state.value = { is: 'out', why };
    if (why !== 'ended') await api.signOut();
  }

  async function stir(): Promise<void> {
    const reply = await api.session();
    const isEnded = reply.ok ? reply.value.is !== 'open' : reply.error === 'ended';
    if (isEnded && state.value.is === 'open') state.value = { is: 'out', why: 'ended' };
  }

  return { state, open, signIn, changePassword, leave, stir };
}
