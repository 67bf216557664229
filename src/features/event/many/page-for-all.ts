import type { FormDefinition, FormPage } from '../../../domain/form/form.ts';

/** All that the people of a list have in common: the form's questions on one page, but the one that names whom it is about. */
export function pageForAll(form: FormDefinition): FormPage {
  const questions = form.pages.flatMap((page) => page.questions).filter(({ field }) => field.key !== form.subject);
  return { key: 'all', title: form.title, questions };
}
