import type { AnsweredAbout } from '../ui/hook/use-answer.ts';
import type { PhoneApi } from '../workers/api/phone-api.ts';

/* What pages ask first, apart from the pages: it can so be asked while their link is being pressed, before their code is there. */

type AnswerOf<Key extends keyof PhoneApi> = Awaited<ReturnType<PhoneApi[Key]>>;

interface FirstAnswers {
  readonly household: AnswerOf<'household'>;
  readonly card: AnswerOf<'stockCard'>;
}

export type QuestionKey = keyof FirstAnswers;

/** An answer that came before its page. */
interface Early<Answer> {
  current: AnsweredAbout<Answer> | undefined;
}

export type EarlyAnswers = { readonly [Key in QuestionKey]: Early<FirstAnswers[Key]> };

type Params = Readonly<Record<string, string>>;

interface FirstQuestion<Answer> {
  /** What the answer is about. */
  readonly about: (params: Params) => string;
  readonly ask: (phone: PhoneApi, params: Params) => Promise<Answer>;
}

/** Lines of a card that a screen asks for; the paper gets all. */
const shownLines = 20;

export const firstQuestions: { readonly [Key in QuestionKey]: FirstQuestion<FirstAnswers[Key]> } = {
  household: { about: ({ id = '' }) => id, ask: (phone, { id = '' }) => phone.household(id) },
  card: {
    about: ({ store = '', product = '', channel = '' }) => [store, product, channel].join(' '),
    ask: (phone, { store = '', product = '', channel = '' }) => phone.stockCard(store, product, channel, shownLines),
  },
};
