import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Fields } from '../../../domain/value.ts';
import { say } from '../../../domain/words.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Entry } from '../../../ui/field/entry.tsx';
import { type AnswerFault, findFaults } from '../../../ui/form/answer-fault.ts';
import { pageQuestions } from '../../../ui/form/page-questions.ts';
import { controlId } from '../../../ui/form/question-field.tsx';
import { QuestionList, withAnswers } from '../../../ui/form/question-list.tsx';
import { language, words } from '../../../ui/language.ts';
import { Page } from '../../../ui/page/page.tsx';
import { eventWords } from '../../../ui/words/event-words.ts';
import type { Screen } from '../../screen.ts';
import type { OpenedForm } from '../open-form.ts';
import type { Many } from './many-list.ts';
import { pageForAll } from './page-for-all.ts';

interface AnswersForAllProps {
  readonly screen: Screen;
  readonly many: Many;
  readonly opened: OpenedForm;
  readonly answers: Fields;
  readonly onAnswers: (answers: Fields) => void;
  readonly onNext: () => void;
}

/** The date and what else is the same for all of them. */
export function AnswersForAll({ screen, many, opened, answers, onAnswers, onNext }: AnswersForAllProps): VNode {
  const [faults, setFaults] = useState<readonly AnswerFault[]>([]);
  const page = useMemo(() => pageForAll(many.definition), [many.definition]);
  const { today } = opened.context;
  const goOn = (): void => {
    const found = findFaults(pageQuestions(page, answers, today), answers, words.value, language.value);
    setFaults(found);
    if (found.length === 0) onNext();
  };
  const errors = faults.map(({ field, text }) => ({ control: controlId(field), text }));
  return (
    <Page
      title={say(many.definition.title, language.value)}
      note={`${words.value.pages.forMany} · ${opened.note} · ${eventWords.value.many.common}`}
      onBack={screen.back}
      action={<Button label={words.value.app.next} isMain onPress={goOn} />}
    >
      <ErrorSummary errors={errors} found={faults} />
      <Entry onEnter={goOn}>
        <QuestionList
          page={page}
          answers={answers}
          setting={{ ...opened.context, seeker: opened.seeker }}
          errors={errors}
          onAnswers={(changes) => {
            setFaults(faults.filter(({ field }) => !(field in changes)));
            onAnswers(withAnswers(answers, changes));
          }}
        />
      </Entry>
    </Page>
  );
}
