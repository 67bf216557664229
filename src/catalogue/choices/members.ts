import type { ChoiceList } from '../../domain/catalogue.ts';
import type { Condition, Operand } from '../../domain/condition.ts';

/* Whom the forms of a household offer: everybody there whom the event may concern, the likely ones first. */

const age: Operand = { yearsFrom: { path: 'it.birthDate' }, to: { path: 'today' } };
const lives: Condition = { is: [{ path: 'it.status' }, { value: 'active' }] };
const isWoman: Condition = { is: [{ path: 'it.sex' }, { value: 'female' }] };
const isTemporary: Condition = { is: [{ path: 'it.residence' }, { value: 'temporary' }] };
const isMarried: Condition = { is: [{ path: 'it.marital' }, { value: 'married' }] };

function younger(years: number): Condition {
  return { below: [age, { value: years }] };
}

function list(key: string, where: readonly Condition[], first: Condition = lives): ChoiceList {
  return { key, kind: 'person', where: { all: [lives, ...where] }, first, note: 'birthDate' };
}

/** Everybody who lives here. */
export const members = list('members', []);

/** Who was not known to be a child; from the legal age on first. */
export const grown = list('grown', [{ not: younger(13) }], { not: younger(18) });

export const married = list('married', [{ not: younger(13) }], isMarried);

export const temporaries = list('temporaries', [], isTemporary);

export const usuals = list('usuals', [{ not: isTemporary }]);

export const absentees = list('absentees', [], { is: [{ path: 'it.residence' }, { value: 'usual_absent' }] });

/** At 60 somebody is an elder (Luật Người cao tuổi, Điều 2). */
export const elders = list('elders', [{ not: younger(50) }], { not: younger(60) });

export const infants = list('infants', [{ not: { above: [age, { value: 5 }] } }], younger(1));

/** Women who may be pregnant or use a method; nobody of an unknown age is hidden. */
export const women = list('women', [isWoman, { not: { any: [younger(10), { above: [age, { value: 59 }] }] } }], {
  not: { any: [younger(15), { above: [age, { value: 49 }] }] },
});
