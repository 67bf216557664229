import { consoleEn } from './console-en.ts';
import { type ConsoleWords, consoleVi } from './console-vi.ts';

const english: ConsoleWords = {
  app: { ...consoleVi.app, ...consoleEn.app },
  failure: { ...consoleVi.failure, ...consoleEn.failure },
  signIn: { ...consoleVi.signIn, ...consoleEn.signIn },
  password: { ...consoleVi.password, ...consoleEn.password },
  report: { ...consoleVi.report, ...consoleEn.report },
  cases: { ...consoleVi.cases, ...consoleEn.cases },
  stock: { ...consoleVi.stock, ...consoleEn.stock },
  closing: { ...consoleVi.closing, ...consoleEn.closing },
  upper: { ...consoleVi.upper, ...consoleEn.upper },
  aside: { ...consoleVi.aside, ...consoleEn.aside },
  road: { ...consoleVi.road, ...consoleEn.road },
};

/** The console's words in a language, Vietnamese where it lacks one. */
export function consoleWords(language: 'vi' | 'en'): ConsoleWords {
  return language === 'en' ? english : consoleVi;
}
