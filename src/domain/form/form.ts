import type { Condition, Operand } from '../condition.ts';
import type { EffectSource } from '../effect.ts';
import type { FieldDefinition } from '../field.ts';
import type { Value } from '../value.ts';
import type { Words } from '../words.ts';
import type { Edition } from './edition.ts';

/** `choices` of a reference that is found by searching the whole book: the screen draws a search instead of rows. */
export const anyone = 'anyone';

/** A question is a field of the fact or of a record the form makes, asked on a page, when its condition holds. */
export interface Question {
  readonly field: FieldDefinition;
  readonly hint?: Words;
  /** Over the answers and `today`; a reference is known by its id, so that screen and worker judge alike. */
  readonly when?: Condition;
  /** Of a reference that is searched for: only people of this sex, and those of whom it is not known. */
  readonly sex?: string;
  /** A reference's choices: this named list of the register, e.g. "mothers" of the household, or `anyone`. */
  readonly choices?: string;
  /**
   * What stands in the question before anybody answers; when it is emptied, the answer is `null`, for what is not answered
   * at all stays as it stands (scope: `household`, the preset subject under its field, `today`).
   */
  readonly startsAs?: Operand;
  /** A yes or no said in words of its own: "Sổ ghi nhầm từ trước" / "Nay mới thay đổi". */
  readonly yesNo?: { readonly yes: Words; readonly no: Words };
  /**
   * A row "Không rõ", or with words of its own, stands under the choices; it answers `null`, which is kept as a blank,
   * and is an answer where one is required.
   */
  readonly mayBeUnknown?: true | Words;
  /** Of a reference: answers to other questions that come with the one who is chosen (scope: `it`, `today`). */
  readonly brings?: { readonly [field: string]: Operand };
  /** Rows to tick: one id, or a list of several. Only the subject of a form `forMany`. */
  readonly several?: true;
}

/** A page none of whose questions is asked is passed over (`askedPages`). */
export interface FormPage {
  readonly key: string;
  readonly title: Words;
  readonly questions: readonly Question[];
}

/**
 * Where a written value comes from: an answer (`field`), a literal, another record that the same form makes (`made`,
 * by its name among the writes), a path of the form's scope (`context`, e.g. "household.id"), a list of the texts of
 * what is known (`marks`), several numbers together (`sum`), or the first of several whose condition holds.
 */
export type WriteSource =
  | EffectSource
  | { readonly made: string }
  | { readonly context: string }
  | { readonly marks: readonly WriteSource[] }
  | { readonly sum: readonly WriteSource[] }
  | { readonly choose: readonly { readonly when?: Condition; readonly use: WriteSource }[] };

export type WriteSources = { readonly [field: string]: WriteSource };

/** A fact written for each field that a put really changes: which one, what it was and what it is, as text. */
export interface ChangeWrite {
  readonly kind: string;
  readonly names: { readonly field: string; readonly old: string; readonly new: string };
  readonly values: WriteSources;
}

/** A record that saving the form writes: a new one, or values put `onto` a standing one. */
export interface FormWrite {
  readonly name: string;
  readonly kind: string;
  readonly when?: Condition;
  /** Id of the standing record: only values that differ are put; where none differs nothing is written. */
  readonly onto?: WriteSource;
  readonly values: WriteSources;
  readonly changes?: ChangeWrite;
  /** Written once for each entry of this path of the scope, which stands under `as` for it: a child goes along with each move of its mother. */
  readonly each?: { readonly path: string; readonly as: string };
  /**
   * Each standing fact of this kind that names that record in this field is taken back, and written again with these
   * values in place of its own, and with what it replaces in the field `replaces`; where none differs it stays.
   */
  readonly again?: { readonly names: string; readonly record: WriteSource; readonly replaces: string };
  /** Path of the unit id a new record is written at, e.g. "toHousehold.place"; else where the form is asked. */
  readonly place?: string;
}

/** Counts other records of a kind that hold the same answers, as `alike.NAME` of the scope; blank answers count none. */
export interface Likeness {
  readonly name: string;
  readonly kind: string;
  /** Questions by the field that must be the same. */
  readonly same: { readonly [field: string]: string };
  /** Only those that share a numbering area with the household that is asked about, or with the village asked at. */
  readonly inNumberingArea?: true;
  /** They are numbers of cards, the same in either of their lengths. */
  readonly asCards?: true;
}

/** What a form needs to know about where it is asked: choices of its references, today's civil date, opening answers. */
export interface FormContext {
  readonly today: string;
  readonly choices: {
    readonly [field: string]: readonly {
      readonly value: Value;
      readonly label: string;
      readonly note?: string;
      /** Answers that come with this choice; `null` empties what another brought. */
      readonly brings?: { readonly [field: string]: Value };
    }[];
  };
  readonly defaults: { readonly [field: string]: Value };
}

export interface FormDefinition extends Edition {
  readonly key: string;
  readonly title: Words;
  /** "?" on the form: three sentences. */
  readonly help: Words;
  /** Asked at a village (its unit id); else at a household. */
  readonly asks?: 'village';
  /** Question that names the person the form is about; a person's page presets it. */
  readonly subject?: string;
  /** For whom the form is offered (scope: the subject's `sex`, `birthDate`, `residence`, `status` under `person`, `today`). */
  readonly suits?: Condition;
  /**
   * events: "Ghi biến động" · panel: a person's own panel only · edit: what stands is changed · work: visits and such ·
   * task: from the task that it ends, and from nowhere else · stock: from the screens of a store.
   */
  readonly shown: 'events' | 'panel' | 'edit' | 'work' | 'task' | 'stock';
  /** The subject may be answered with a list of ids (rows to tick): the form is then recorded for each, in one act. */
  readonly forMany?: true;
  /**
   * Of a form `forMany` that is opened about somebody: which of the other choices are ticked along (scope: `it`, under
   * the subject's name whom it is about).
   */
  readonly along?: Condition;
  /** The facts it writes stand or go together: taking one of them back takes the others along. */
  readonly isWhole?: true;
  /** Who may record it; everybody who keeps a book where not said. */
  readonly roles?: readonly string[];
  /**
   * The facts are repeated before the save, and this verb stands on the button, e.g. "Ghi đã mất": only for what cannot be
   * taken lightly, death and leaving for good.
   */
  readonly repeatsAs?: Words;
  readonly pages: readonly FormPage[];
  readonly checks: readonly string[];
  readonly writes: readonly FormWrite[];
  readonly likenesses?: readonly Likeness[];
  readonly law: string;
}
