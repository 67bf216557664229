import { isEnded } from '../../register/places.ts';
import type { Activation } from '../../sync/activation.ts';
import type { DeviceScope } from '../../sync/units-change.ts';
import type { Who } from '../api/phone-api.ts';

/** What the phone keeps, sealed, of its activation. Keys and lease stand in the clear metadata. */
export type KeptActivation = Pick<
  Activation,
  | 'device'
  | 'user'
  | 'userName'
  | 'role'
  | 'book'
  | 'places'
  | 'units'
  | 'colleagues'
  | 'epoch'
  | 'pinWindowDays'
  | 'enrolment'
> &
  Pick<DeviceScope, 'formerBooks'> & {
    /** Of the hub that said where it may write; an app of before kept none. */
    readonly hubEpoch?: number;
  };

/** Where it stands: the first thing in a new database. */
export const settingsShelf = 'settings';
export const activationNote = 'activation';

export function keptOf(activation: Activation): KeptActivation {
  const { device, user, userName, role, book, places, units, colleagues = [] } = activation;
  const { epoch, hubEpoch, pinWindowDays } = activation;
  const kept = { device, user, userName, role, book, places, units, colleagues, epoch, hubEpoch, pinWindowDays };
  return activation.enrolment === undefined ? kept : { ...kept, enrolment: activation.enrolment };
}

/** The name of somebody who writes in this book, where this phone knows it. */
export function createNames({ user, userName, colleagues = [] }: KeptActivation): (user: string) => string | undefined {
  const names = new Map([...colleagues.map((one) => [one.user, one.name] as const), [user, userName] as const]);
  return (id) => names.get(id);
}

/** Who works with this phone and where, for the screens. */
export function whoOf(activation: KeptActivation): Who {
  const { device, userName, role, book, places, units } = activation;
  const commune = units.find((unit) => unit.level === 'commune');
  // A village that is no more keeps its figures and its name; nobody is offered it to write in.
  const written = units.filter((unit) => places.includes(unit.id) && !isEnded(unit));
  return {
    device,
    userName,
    role,
    book,
    commune: commune?.id ?? '',
    communeName: commune?.name ?? '',
    places: written.map(({ id, code, name, level, part }) => ({ id, code, name, level, part })),
    left: units.flatMap(({ id, name, went = '', validTo: until = '' }) =>
      went !== '' && places.includes(id) ? [{ name, went, until }] : [],
    ),
  };
}
