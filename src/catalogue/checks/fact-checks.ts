import type { Check } from '../../domain/form/check.ts';
import type { Words } from '../../domain/words.ts';

/* What holds of every fact about a person: it happened, and within that life. */

const book = 'Sổ A0/CTV chỉ ghi biến động đã xảy ra, ghi đúng sự thật (Thông tư 01/2022/TT-BYT, Phụ lục I)';

export interface FactChecks {
  /** Beginning of the checks' ids: the form's key. */
  readonly of: string;
  /** What the date is called at the beginning of a sentence. */
  readonly date: Words;
  /** Question that names the person; nobody where a fact names none. */
  readonly who?: string;
}

export function afterToday({ of, date }: FactChecks): Check {
  return {
    id: `${of}_after_today`,
    strength: 'stop',
    field: 'date',
    when: { above: [{ path: 'date' }, { path: 'today' }] },
    message: {
      vi: `${date.vi} không được sau hôm nay`,
      en: `${date.en} cannot be after today`,
    },
    law: book,
  };
}

function beforeBirth({ of, date }: FactChecks, who: string): Check {
  const birthDate = { path: `${who}.birthDate` };
  return {
    id: `${of}_before_birth`,
    strength: 'stop',
    field: 'date',
    when: { below: [{ path: 'date' }, birthDate] },
    message: {
      vi: `${date.vi} không được trước ngày sinh ({birthDate})`,
      en: `${date.en} cannot be before the date of birth ({birthDate})`,
    },
    names: { birthDate },
    law: book,
  };
}

function afterDeath({ of, date }: FactChecks, who: string): Check {
  const died = { path: `${who}.last.death.person` };
  return {
    id: `${of}_after_death`,
    strength: 'stop',
    field: 'date',
    when: { above: [{ path: 'date' }, died] },
    message: {
      vi: `${date.vi} không được sau ngày chết ({died})`,
      en: `${date.en} cannot be after the date of death ({died})`,
    },
    names: { died },
    law: book,
  };
}

/** Somebody who had left on that day: perhaps the date is wrong, perhaps the leaving. */
export function afterLeaving({ of }: FactChecks, who: string): Check {
  return {
    id: `${of}_after_leaving`,
    strength: 'ask',
    field: who,
    when: { is: [{ path: `${who}.status` }, { value: 'left' }] },
    message: {
      vi: 'Theo sổ, ngày đó người này đã chuyển đi. Vẫn ghi, đúng không?',
      en: 'By the book this person had moved away by then. Record it all the same?',
    },
    law: book,
  };
}

/** Who came to the commune later than that was nowhere in the book yet. A birth stands for itself. */
export function beforeArrival({ of, date }: FactChecks, who: string, strength: Check['strength'] = 'ask'): Check {
  return {
    id: `${of}_before_arrival`,
    strength,
    field: 'date',
    when: {
      all: [
        { not: { unknown: { path: 'date' } } },
        { not: { unknown: { path: who } } },
        { unknown: { path: `${who}.status` } },
        { not: { below: [{ path: 'date' }, { path: `${who}.birthDate` }] } },
      ],
    },
    message:
      strength === 'stop'
        ? {
            vi: `Theo sổ, ngày đó người này chưa đến đây. Hãy xem lại: ${date.vi.toLowerCase()}`,
            en: `By the book this person had not come here yet. Look again: ${date.en?.toLowerCase() ?? date.vi}`,
          }
        : {
            vi: 'Theo sổ, ngày đó người này chưa đến đây. Vẫn ghi, đúng không?',
            en: 'By the book this person had not come here yet. Record it all the same?',
          },
    law: book,
  };
}

/** Somebody whom a check of the book found dead: of that death no day is known. */
function foundDead({ of }: FactChecks, who: string): Check {
  return {
    id: `${of}_dead`,
    strength: 'stop',
    field: who,
    when: {
      all: [{ is: [{ path: `${who}.status` }, { value: 'dead' }] }, { unknown: { path: `${who}.last.death.person` } }],
    },
    message: {
      vi: 'Theo sổ, ngày đó người này đã mất (rà soát). Nếu không đúng, rút lại lần rà soát trước',
      en: 'By a check of the book this person was dead by then. If that is wrong, take the check back first',
    },
    law: book,
  };
}

/** Something that the book tells of comes after it: perhaps the day is wrong. */
export function beforeLaterFacts({ of, who = 'person' }: FactChecks, what: Words): Check {
  const later = { path: `${who}.lived.last` };
  return {
    id: `${of}_before_later_facts`,
    strength: 'ask',
    field: 'date',
    // Whoever had not come yet is stopped, or asked about, for that.
    when: { all: [{ above: [later, { path: 'date' }] }, { not: { unknown: { path: `${who}.status` } } }] },
    message: {
      vi: `Sổ còn ghi việc của người này vào ngày {later}, sau ${what.vi}. Đúng không?`,
      en: `The book tells of this person on {later}, after ${what.en}. Is that right?`,
    },
    names: { later },
    law: book,
  };
}

/** Somebody new was born by the day of the fact that brings her into the book. */
export function bornLater({ of, date }: FactChecks): Check {
  const day = { path: 'date' } as const;
  return {
    id: `${of}_born_later`,
    strength: 'stop',
    field: 'birthDate',
    when: { above: [{ path: 'birthDate' }, day] },
    message: {
      vi: `Ngày sinh không được sau ${date.vi.toLowerCase()} ({day})`,
      en: `The date of birth cannot be after ${date.en?.toLowerCase() ?? date.vi} ({day})`,
    },
    names: { day },
    law: book,
  };
}

/** Not after today, not before birth, not after death; asked where the person had left, or had not come yet. */
export function factChecks(fact: FactChecks): readonly Check[] {
  const { who } = fact;
  if (who === undefined) return [afterToday(fact)];
  return [
    afterToday(fact),
    beforeBirth(fact, who),
    afterDeath(fact, who),
    foundDead(fact, who),
    afterLeaving(fact, who),
    beforeArrival(fact, who),
  ];
}

/** The same of a second person, e.g. the spouse; the date itself was looked at already. */
export function lifeChecks(fact: FactChecks, who: string): readonly Check[] {
  return [beforeBirth, afterDeath, foundDead].map((check) => ({ ...check(fact, who), field: who }));
}

export function idsOf(checks: readonly Check[]): readonly string[] {
  return checks.map(({ id }) => id);
}
