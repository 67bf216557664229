import { language } from '../../ui/language.ts';
import { spellNumber } from '../../ui/words/spell-number.ts';
import type { RoadAnswer } from '../../workers/api/road-api.ts';
import type { roadWords } from './words.ts';

/** What became of what another phone handed over, a sentence each. */
export function wordRoadAnswer(answer: RoadAnswer, copy: typeof roadWords.value): readonly string[] {
  const count = (number: number): string => spellNumber(number, language.value);
  if (answer.is === 'refused') return [copy.refused[answer.why]];
  if (answer.is === 'carried') {
    const { fresh, known, broken } = answer;
    return [
      ...(fresh > 0 ? [copy.carried(count(fresh))] : []),
      ...(fresh === 0 && known > 0 ? [copy.knownAlready] : []),
      ...(broken > 0 ? [copy.broken(count(broken))] : []),
    ];
  }
  const { acts, refused, waiting, again } = answer;
  return [
    ...(acts > 0 ? [copy.answered(count(acts))] : []),
    ...(refused > 0 ? [copy.sentBack(count(refused))] : []),
    ...(acts + refused === 0 ? [copy.answeredNothing] : []),
    ...(again > 0 ? [copy.again(count(again))] : []),
    ...(waiting > 0 ? [copy.stillWaiting(count(waiting))] : []),
  ];
}
