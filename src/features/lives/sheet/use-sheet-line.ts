import { useRef, useState } from 'preact/hooks';
import type { Finding } from '../../../domain/form/check.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import { useDraft } from '../../../ui/hook/use-draft.ts';
import { draftPath, lineDraft } from '../../draft-path.ts';
import type { Screen } from '../../screen.ts';
import type { SheetLine } from './open-sheet.ts';
import { answersOf, differs, type LineResult, saveLine } from './save-line.ts';

/** still: as it stands in the book, or being typed */
type LineState = { readonly is: 'still' } | { readonly is: 'saving' } | LineResult;

/** A line that is being typed: it saves itself when it is left, and says what stands in the way. */
export interface TypedLine {
  readonly answers: Fields;
  readonly state: LineState;
  readonly put: (field: string, value: Value) => void;
  /** The line was left. */
  readonly leave: () => void;
  /** What was asked is answered yes. */
  readonly confirm: () => void;
  /** Back to what stands in the book. */
  readonly forget: () => void;
}

export function useSheetLine(screen: Screen, household: string, line: SheetLine, onSaved: () => void): TypedLine {
  const { typed, setTyped, end } = useTyped(screen, household, line);
  const [state, setState] = useState<LineState>({ is: 'still' });
  // Until the book tells the line anew, what was saved stands.
  const saved = useRef<Fields>({});
  const isBusy = useRef(false);
  const stands: Fields = { ...line.defaults, ...saved.current };
  const answers = answersOf(line, typed, stands);

  const save = async (doubts: readonly Finding[] | undefined): Promise<void> => {
    if (isBusy.current) return;
    if (!differs(typed, stands)) return Object.keys(typed).length > 0 ? end() : undefined;
    isBusy.current = true;
    setState({ is: 'saving' });
    const result = await saveLine(screen.phone, household, line, answers, doubts).finally(() => {
      isBusy.current = false;
    });
    if (result.is === 'saved') {
      onSaved();
      saved.current = line.id === '' ? {} : answers;
      // What was typed meanwhile belongs to the next one.
      await end();
      setTyped((now) => Object.fromEntries(Object.entries(now).filter(([field, value]) => value !== answers[field])));
    }
    setState(result);
  };
  return {
    answers,
    state,
    put: (field, value) => {
      setTyped((before) => ({ ...before, [field]: value }));
      setState({ is: 'still' });
    },
    leave: () => void save(undefined),
    confirm: () => void save(state.is === 'asks' ? state.doubts : []),
    forget: () => {
      void end();
      setTyped(() => ({}));
      setState({ is: 'still' });
    },
  };
}

interface Typed {
  readonly typed: Fields;
  readonly setTyped: (change: (before: Fields) => Fields) => void;
  /** It is in the book, or was given up. */
  readonly end: () => Promise<void>;
}

/** What is typed and not saved is a draft from the first key on: a line that is wrong is not lost with its page. */
function useTyped(screen: Screen, household: string, line: SheetLine): Typed {
  const [typed, setTyped] = useState<Fields>(line.begun?.typed ?? {});
  const [draft, setDraft] = useState<string>(() => line.begun?.draft ?? crypto.randomUUID());
  const about = line.id === '' ? {} : { person: line.id };
  const kept = { id: draft, form: lineDraft, household, page: 0, ...about };
  const keeper = useDraft(screen, draft, draftPath(kept));
  return {
    typed,
    setTyped: (change) =>
      setTyped((before) => {
        const next = change(before);
        // What only the own panel says stands in no list of drafts.
        if (line.form?.shown !== 'panel' && Object.keys(next).length > 0) keeper.keep({ ...kept, answers: next });
        return next;
      }),
    end: async () => {
      await keeper.end();
      setDraft(crypto.randomUUID());
    },
  };
}
