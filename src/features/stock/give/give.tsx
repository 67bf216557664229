import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import type { Offer } from '../../../register/stock/answers.ts';
import { Button } from '../../../ui/button.tsx';
import { ChoiceRows } from '../../../ui/field/choice-rows.tsx';
import { useAnswer } from '../../../ui/hook/use-answer.ts';
import { words } from '../../../ui/language.ts';
import { begunAs } from '../../../ui/lives/begun.ts';
import { personPath } from '../../../ui/lives/paths.ts';
import { MissingScreen } from '../../../ui/page/missing-screen.tsx';
import { Page } from '../../../ui/page/page.tsx';
import type { Screen, ScreenProps } from '../../screen.ts';
import { LinePage } from '../part/line-page.tsx';
import { OtherDay } from '../part/other-day.tsx';
import { jobPath, storePath } from '../part/paths.ts';
import { useLine } from '../part/use-line.ts';
import { productWord, spell, stockWords } from '../part/words.ts';
import { ClientFields, GiftFields, MethodFields } from './gift-fields.tsx';
import { readGift, useGift } from './use-gift.ts';

/** From her own panel: the address holds the name of a draft, never hers, and never what it is. Asking is a logged look. */
export function Give({ screen, params }: ScreenProps): VNode | null {
  const begun = begunAs(params.draft ?? '');
  const person = begun?.person ?? '';
  const [from, setFrom] = useState('');
  const answer = useAnswer(() => screen.phone.stockOffer(from, person), `${person} ${from}`);
  if (begun === undefined) return <MissingScreen title={words.value.form.noDraft} />;
  if (answer === undefined) return null;
  const offer = answer.value;
  if (offer === undefined) return <MissingScreen title={stockWords.value.missing} />;
  const to = { where: begun.where, person, leadsTo: `${personPath(person)}/private` };
  return <GivePage key={`${params.draft} ${from}`} screen={screen} offer={offer} to={to} onStore={setFrom} />;
}

/** To somebody who is in no book, or does not want to be named. */
export function GiveUnnamed({ screen, params }: ScreenProps): VNode | null {
  const store = params.store ?? '';
  const answer = useAnswer(() => screen.phone.stockOffer(store), store, screen.revision.value);
  if (answer === undefined) return null;
  const offer = answer.value;
  if (offer === undefined) return <MissingScreen title={stockWords.value.missing} />;
  return <GivePage screen={screen} offer={offer} to={{ where: store, leadsTo: storePath(store) }} />;
}

interface GivePageProps {
  readonly screen: Screen;
  readonly offer: Offer;
  /** Where there are several stores to give from. */
  readonly onStore?: (store: string) => void;
  readonly to: { readonly where: string; readonly person?: string; readonly leadsTo: string };
}

function GivePage({ screen, offer, to, onStore }: GivePageProps): VNode {
  const copy = stockWords.value;
  const { where, person, leadsTo } = to;
  const asked = useGift(offer, person !== undefined);
  const line = useLine({
    screen,
    form: person === undefined ? 'stock_give_unnamed' : 'stock_give',
    where,
    read: () => readGift(asked.gift, offer, person === undefined ? 'unnamed' : { person }),
    leadsTo,
    done: copy.given,
  });
  const { last } = offer;
  const name = offer.stores.find(({ id }) => id === offer.store)?.name ?? '';
  const other = onStore && offer.stores.length > 1 && <OtherStore offer={offer} onStore={onStore} />;
  if (asked.given.length === 0)
    return (
      <NothingToGive screen={screen} offer={offer} name={name}>
        {other}
      </NothingToGive>
    );
  return (
    <LinePage screen={screen} title={copy.give} note={`${copy.store}: ${name}`} line={line}>
      <p class="soft">{person === undefined ? copy.givePlain : copy.givePrivate}</p>
      {last && (
        <p class="soft">{copy.lastTime(productWord(last.product), spell(last.quantity), formatDate(last.date))}</p>
      )}
      <GiftFields {...asked} offer={offer} line={line} />
      {person === undefined ? (
        <ClientFields {...asked} line={line} />
      ) : (
        <MethodFields {...asked} offer={offer} line={line} />
      )}
      <OtherDay line={line} date={asked.gift.date} onDate={(date) => asked.tell({ date })} />
      {other}
    </LinePage>
  );
}

/** The officer may give from a collaborator's store too. */
function OtherStore({ offer, onStore }: { readonly offer: Offer; readonly onStore: (store: string) => void }): VNode {
  const [isOpen, setOpen] = useState(false);
  const copy = stockWords.value;
  return (
    <>
      <div>
        <Button label={copy.otherStore} isQuiet isOpen={isOpen} onPress={() => setOpen(!isOpen)} />
      </div>
      {isOpen && (
        <ChoiceRows
          id="store"
          label={copy.store}
          choices={offer.stores.map(({ id, name }) => ({ key: id, label: name }))}
          chosen={offer.store}
          onChoose={onStore}
        />
      )}
    </>
  );
}

interface NothingToGiveProps extends Pick<GivePageProps, 'screen' | 'offer'> {
  readonly name: string;
  readonly children: ComponentChildren;
}

function NothingToGive({ screen, offer, name, children }: NothingToGiveProps): VNode {
  const copy = stockWords.value;
  return (
    <Page title={copy.give} note={`${copy.store}: ${name}`} onBack={screen.back}>
      <p>{copy.giveNothing}</p>
      <p>
        <a class="button" href={jobPath(offer.store, 'receipt')}>
          {copy.jobReceipt}
        </a>
      </p>
      {children}
    </Page>
  );
}
