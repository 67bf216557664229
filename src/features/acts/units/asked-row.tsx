import type { VNode } from 'preact';
import { formatDate } from '../../../domain/calendar/partial-date.ts';
import { Button } from '../../../ui/button.tsx';
import type { Screen } from '../../screen.ts';
import { actWords } from '../words.ts';
import type { Asked, Change } from './use-ask.ts';

interface AskedRowProps {
  readonly screen: Screen;
  readonly asked: Asked;
  readonly onChange: () => void;
}

/** One change that was asked of the hub: what waits can be withdrawn, what is done can be taken back. */
export function AskedRow({ screen, asked, onChange }: AskedRowProps): VNode {
  const copy = actWords.value.units;
  const { state, id, change } = asked;
  const title = wordChange(screen, change);
  const drop = async (): Promise<void> => {
    await screen.phone.dropUnits(id);
    onChange();
  };
  const takeBack = async (): Promise<void> => {
    await screen.phone.askUnits({ is: 'undo', change: id });
    await screen.phone.dropUnits(id);
    onChange();
    await screen.phone.sync();
    onChange();
  };
  const note =
    state.is === 'waiting'
      ? copy.waiting
      : state.is === 'done'
        ? copy.done(state.households)
        : `${copy.refused} ${copy.problem[state.why]}`;
  return (
    <li class="ledger-pair">
      <div class="ledger-row">
        <span class="ledger-main">
          <span class="ledger-title">{title}</span>
          <span class="ledger-note">{note}</span>
        </span>
      </div>
      {state.is === 'done' && change.is !== 'undo' && (
        <Button label={copy.takeBack} spoken={copy.of(copy.takeBack, title)} isQuiet onPress={() => void takeBack()} />
      )}
      <Button
        label={state.is === 'waiting' ? copy.withdraw : copy.putAway}
        spoken={copy.of(state.is === 'waiting' ? copy.withdraw : copy.putAway, title)}
        isQuiet
        onPress={() => void drop()}
      />
    </li>
  );
}

function wordChange({ who }: Screen, change: Change): string {
  const copy = actWords.value.units;
  const nameOf = (id: string): string => who.places.find((place) => place.id === id)?.name ?? copy.former;
  switch (change.is) {
    case 'rename':
      return copy.saidRename(change.name);
    case 'join':
      return copy.saidJoin(nameOf(change.into), formatDate(change.date));
    case 'split':
      return copy.saidSplit(change.name, formatDate(change.date));
    case 'undo':
      return copy.saidUndo;
  }
}
