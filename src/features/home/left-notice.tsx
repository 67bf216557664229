import type { VNode } from 'preact';
import { dateOfDay, dayAfter, dayNumber } from '../../domain/calendar/civil-date.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';
import { words } from '../../ui/language.ts';
import { civilToday } from '../../ui/words/today.ts';
import { hasHandedOver, type Screen } from '../screen.ts';

/** So many days a village that left is spoken of; to who kept no other, for ever. */
const spokenOf = 90;

interface NoticeProps {
  readonly screen: Pick<Screen, 'who'>;
}

/** What stood on this phone and does not any more, and where it is. */
export function LeftNotice(props: NoticeProps): VNode {
  return (
    <>
      <LeftVillages {...props} />
      <LeftHouseholds {...props} />
    </>
  );
}

/** Households that are another village since a split, whoever keeps that. */
function LeftHouseholds({ screen: { who } }: NoticeProps): VNode | null {
  const { home } = words.value;
  const from = dateOfDay(dayNumber(civilToday()) - spokenOf);
  const parts = who.places.flatMap(({ id, name, part = '' }) => {
    const [since = '', made = ''] = [part.slice(0, 10), part.slice(11)];
    return since >= from && made !== '' ? [{ id, text: home.cut(name, made, formatDate(since)) }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <section class="box box-ask">
      {parts.map(({ id, text }) => (
        <h2 key={id}>{text}</h2>
      ))}
      <p>{home.cutHow}</p>
    </section>
  );
}

/** Villages that went to another commune, and what their keeper does to go on. */
function LeftVillages({ screen: { who } }: NoticeProps): VNode | null {
  const { home } = words.value;
  const isBare = !who.places.some(({ level }) => level === 'village');
  const from = dateOfDay(dayNumber(civilToday()) - spokenOf);
  const left = who.left.filter(({ until }) => isBare || until >= from);
  if (left.length === 0) return hasHandedOver(who) ? <HandedOver /> : null;
  return (
    <section class="box box-ask">
      {left.map(({ name, went, until }) => (
        <h2 key={name}>{home.left(name, went, formatDate(dayAfter(until)))}</h2>
      ))}
      <p>{home.leftHow}</p>
      {who.role === 'collaborator' && <p>{home.leftCode}</p>}
    </section>
  );
}

/** To another collaborator of the commune. */
function HandedOver(): VNode {
  return (
    <section class="box box-ask">
      <h2>{words.value.book.handedOver}</h2>
      <p>{words.value.home.handedHow}</p>
    </section>
  );
}
