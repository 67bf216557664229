import type { VNode } from 'preact';
import type { FormDefinition } from '../../domain/form/form.ts';
import type { Fields } from '../../domain/value.ts';
import { say, type Words } from '../../domain/words.ts';
import { Button } from '../button.tsx';
import { language } from '../language.ts';
import { Page } from '../page/page.tsx';
import { eventWords } from '../words/event-words.ts';
import { AnswerText } from './answer-text.tsx';
import { pageQuestions } from './page-questions.ts';
import type { FormSetting } from './question-field.tsx';

interface RepeatPageProps {
  readonly definition: FormDefinition;
  readonly answers: Fields;
  readonly setting: FormSetting;
  readonly note: string;
  /** What the button does, e.g. "Ghi đã chết". */
  readonly verb: Words;
  readonly isBusy: boolean;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

/** Death and leaving for good are asked once more: the facts as they will stand, and the deed on the button. */
export function RepeatPage(props: RepeatPageProps): VNode {
  const { definition, answers, setting } = props;
  const questions = definition.pages.flatMap((page) => pageQuestions(page, answers, setting.today));
  const answered = questions.filter(({ field }) => (answers[field.key] ?? null) !== null);
  const words = eventWords.value.form;
  return (
    <Page
      title={words.repeat}
      note={`${say(definition.title, language.value)} · ${props.note}`}
      onBack={props.onBack}
      action={<Button label={say(props.verb, language.value)} isMain isBusy={props.isBusy} onPress={props.onSave} />}
    >
      <dl class="facts">
        {answered.map((question) => (
          <div key={question.field.key}>
            <dt>{say(question.field.label, language.value)}</dt>
            <dd>
              <AnswerText question={question} answer={answers[question.field.key]} setting={setting} />
            </dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
