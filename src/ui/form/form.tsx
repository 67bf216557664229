import type { VNode } from 'preact';
import { say } from '../../domain/words.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Entry } from '../field/entry.tsx';
import { language, words } from '../language.ts';
import { Page } from '../page.tsx';
import { DoubtBox } from './doubt-box.tsx';
import { pageQuestions } from './page-questions.ts';
import { controlId, type FormSetting, QuestionField } from './question-field.tsx';
import { type FormDoors, useFormPage } from './use-form-page.ts';

export interface FormProps extends FormDoors {
  /** Where it is recorded, e.g. "Hộ 42 · Thôn 3". */
  readonly note: string;
  readonly setting: FormSetting;
  readonly onBack: () => void;
}

/** Draws any form of the catalogue, one page at a time, from its definition alone. */
export function Form(props: FormProps): VNode | null {
  const page = props.definition.pages[props.page];
  const turn = useFormPage(props, props.setting.today);
  if (page === undefined) return null;
  const { form, app } = words.value;
  const spoken = language.value;
  const isLast = props.page === props.definition.pages.length - 1;
  const title = props.definition.pages.length > 1 ? page.title : props.definition.title;
  return (
    <Page
      key={props.page}
      title={say(title, spoken)}
      note={`${say(props.definition.title, spoken)} · ${props.note} · ${form.page(props.page + 1, props.definition.pages.length)}`}
      onBack={props.onBack}
      action={
        <Button
          label={isLast ? app.save : app.next}
          isMain
          isBusy={turn.isBusy}
          {...(turn.isBusy && isLast && { spoken: form.saving })}
          onPress={turn.goOn}
        />
      }
    >
      <ErrorSummary errors={turn.errors} found={turn.found} onGo={turn.goTo} />
      <DoubtBox doubts={turn.doubts} onYes={turn.confirm} onMend={turn.mend} />
      <Entry onEnter={turn.goOn}>
        {pageQuestions(page, props.answers, props.setting.today).map((question) => (
          <QuestionField
            key={question.field.key}
            question={question}
            answer={props.answers[question.field.key]}
            setting={props.setting}
            error={turn.errors.find((error) => error.control === controlId(question.field.key))?.text}
            onAnswer={(answer) => turn.put(question.field.key, answer)}
          />
        ))}
      </Entry>
      <details>
        <summary>{form.help}</summary>
        <p>{say(props.definition.help, spoken)}</p>
      </details>
    </Page>
  );
}
