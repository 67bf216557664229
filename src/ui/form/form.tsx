import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../domain/words.ts';
import { Button } from '../button.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Entry } from '../field/entry.tsx';
import { language, words } from '../language.ts';
import { Page } from '../page/page.tsx';
import { DoubtBox } from './doubt-box.tsx';
import { pagesAsked } from './page-questions.ts';
import type { FormSetting } from './question-field.tsx';
import { type Aside, QuestionList } from './question-list.tsx';
import { RepeatPage } from './repeat-page.tsx';
import { type FormDoors, type FormPageTurn, useFormPage } from './use-form-page.ts';

export interface FormProps extends FormDoors {
  /** Where it is recorded, e.g. "Hộ 42 · Thôn 3". */
  readonly note: string;
  readonly setting: FormSetting;
  readonly onBack: () => void;
  /** Above the questions, e.g. the same form in hand already. */
  readonly lead?: ComponentChildren;
  /** Under a question: what its answer calls for, e.g. likely doubles under a name. */
  readonly aside?: Aside | undefined;
}

/** Draws any form of the catalogue, one page at a time, from its definition alone. */
export function Form(props: FormProps): VNode | null {
  const turn = useFormPage(props, props.setting.today);
  const { definition } = props;
  if (turn.isRepeating && definition.repeatsAs) {
    return (
      <RepeatPage
        {...{ definition, answers: props.answers, setting: props.setting, note: props.note, isBusy: turn.isBusy }}
        verb={definition.repeatsAs}
        onSave={turn.goOn}
        onBack={turn.stopRepeating}
      />
    );
  }
  return <OnePage {...props} turn={turn} />;
}

function OnePage(props: FormProps & { readonly turn: FormPageTurn }): VNode | null {
  const { definition, turn, setting } = props;
  const page = definition.pages[props.page];
  if (page === undefined) return null;
  const { form } = words.value;
  const spoken = language.value;
  const asked = pagesAsked(definition, props.answers, setting.today);
  const title = definition.pages.length > 1 ? page.title : definition.title;
  const place = form.page(asked.filter((one) => one <= props.page).length, asked.length);
  // A form of one page is called by its heading already.
  const called = definition.pages.length > 1 ? say(definition.title, spoken) : '';
  const note = [called, props.note, asked.length > 1 ? place : ''].filter((part) => part !== '');
  return (
    <Page
      key={props.page}
      title={say(title, spoken)}
      note={note.join(' · ')}
      onBack={props.onBack}
      action={<GoOn turn={turn} isLast={turn.isLast && definition.repeatsAs === undefined} />}
    >
      <ErrorSummary errors={turn.errors} found={turn.found} onGo={turn.goTo} />
      <DoubtBox doubts={turn.doubts} onYes={turn.confirm} onMend={turn.mend} />
      {props.lead}
      <Entry onEnter={turn.goOn}>
        <QuestionList
          {...{ page, setting, answers: props.answers, errors: turn.errors, aside: props.aside }}
          onAnswers={turn.put}
        />
      </Entry>
      <details>
        <summary>{form.help}</summary>
        <p>{say(definition.help, spoken)}</p>
      </details>
    </Page>
  );
}

function GoOn({ turn, isLast }: { readonly turn: FormPageTurn; readonly isLast: boolean }): VNode {
  const { form, app } = words.value;
  return (
    <Button
      label={isLast ? app.save : app.next}
      isMain
      isBusy={turn.isBusy}
      {...(turn.isBusy && isLast && { spoken: form.saving })}
      onPress={turn.goOn}
    />
  );
}
