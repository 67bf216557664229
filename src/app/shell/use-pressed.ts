import type { TargetedMouseEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { exec } from 'preact-iso/router';
import { type EarlyAnswers, firstQuestions, type QuestionKey } from '../../features/first-questions.ts';
import type { Screen } from '../../features/screen.ts';
import { painted } from '../../ui/hook/painted.ts';
import type { PhoneApi } from '../../workers/api/phone-api.ts';
import type { AppRoute } from '../routes.tsx';
import { routeAt } from './route-at.ts';

/** ms that the page before stays for the answer; after that the next one comes without it. */
const patience = 250;

interface Pressed {
  /** Of everything that can be pressed, on its way down to the link. */
  readonly onPress: (event: TargetedMouseEvent<HTMLElement>) => void;
  readonly take: Screen['takePressed'];
}

/**
 * What a page asks first is asked before it is gone to, and the page before stays until that is there: what was pressed is
 * drawn once, not as a blank page first.
 */
export function usePressed(
  phone: PhoneApi,
  routes: readonly Pick<AppRoute, 'path' | 'question'>[],
  route: (path: string) => void,
): Pressed {
  const pressed = useRef(noAnswers());
  const last = useRef(0);
  const open = async <Key extends QuestionKey>(path: string, { key, params }: Leading<Key>): Promise<void> => {
    last.current += 1;
    const turn = last.current;
    const question: (typeof firstQuestions)[Key] = firstQuestions[key];
    const about = question.about(params);
    const answer = question.ask(phone, params).then((value) => ({ about, value }));
    // What goes wrong shows on the page itself, which asks again.
    const early = await Promise.race([answer.catch(() => undefined), after(patience)]);
    // Pressed twice, or gone elsewhere meanwhile: the last press counts.
    if (turn !== last.current) return;
    pressed.current = noAnswers();
    pressed.current[key].current = early;
    behindPaint(window, () => route(path));
  };
  return {
    onPress(event) {
      const path = plainLink(event);
      if (path === undefined) return;
      last.current += 1;
      const leading = questionAt(routes, path);
      if (leading === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      void open(path, leading);
    },
    take(question) {
      const taken = pressed.current[question].current;
      pressed.current = noAnswers();
      return taken;
    },
  };
}

/** The address of a link that is pressed with nothing held down: anything else is the browser's. */
function plainLink(event: TargetedMouseEvent<HTMLElement>): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  return link === null || link.target !== '' ? undefined : (link.getAttribute('href') ?? undefined);
}

interface Leading<Key extends QuestionKey = QuestionKey> {
  readonly key: Key;
  readonly params: { readonly [name: string]: string };
}

/** What the page at an address asks first; `undefined` where it is asked when it comes, as by a query. */
function questionAt(routes: readonly Pick<AppRoute, 'path' | 'question'>[], path: string): Leading | undefined {
  if (/[?#]/.test(path)) return undefined;
  const route = routeAt(routes, path);
  if (route?.question === undefined) return undefined;
  const { params = {} } = exec(path, route.path, { path, query: {}, params: {} }) ?? {};
  return { key: route.question, params };
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
}

/** What the browser does for a new entry of its history costs more than the page itself: it comes behind the paint. */
function behindPaint({ history }: Window, go: () => void): void {
  const push = history.pushState;
  history.pushState = (...entry) => void painted(window).then(() => push.apply(history, entry));
  go();
  history.pushState = push;
}

function noAnswers(): EarlyAnswers {
  return {
    household: { current: undefined },
    card: { current: undefined },
  };
}
